'use client';

import { useLinkStatus } from 'next/link';
import type { ReactElement } from 'react';

/** A bar at the top of the window while the page behind the enclosing link loads. */
export function PendingBar(): ReactElement | null {
  const { pending } = useLinkStatus();
  return pending ? <span className="pending-bar" aria-hidden="true" /> : null;
}
