import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ButtonLink } from '#web/components/ui/button-link.tsx';
import { StatePanel } from '#web/components/ui/state-panel.tsx';

export const metadata: Metadata = { title: 'Not found' };

/** What an address shows that nothing has. */
export default function NotFound(): ReactElement {
  return (
    <div className="wrap page-state">
      <StatePanel
        kind="empty"
        label="404"
        title="Nothing stands here"
        isPage
        action={<ButtonLink href="/">Today’s card</ButtonLink>}
      >
        <p>
          No match, model or page has this address. It may have been mistyped; nothing that was played is ever removed.
        </p>
      </StatePanel>
    </div>
  );
}
