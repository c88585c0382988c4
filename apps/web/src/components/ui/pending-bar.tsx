'use client';

import { useLinkStatus } from 'next/link';
import type { ReactElement } from 'react';

/** Shows that the page behind the surrounding link is being fetched. */
export function PendingBar(): ReactElement | null {
  const { pending } = useLinkStatus();
  return pending ? <span className="pending-bar" aria-hidden="true" /> : null;
}
