import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ButtonLink } from '#web/components/ui/button-link.tsx';
import { StatePanel } from '#web/components/ui/state-panel.tsx';

export const metadata: Metadata = { title: 'Not found' };

/** The page for an address that does not exist. */
export default function NotFound(): ReactElement {
  return (
    <div className="wrap page-state">
      <StatePanel
        kind="empty"
        label="404"
        title="Page not found"
        isPage
        action={<ButtonLink href="/">Latest card</ButtonLink>}
      >
        <p>There is no match, agent or page at this address. Check it for typing errors: matches are never removed.</p>
      </StatePanel>
    </div>
  );
}
