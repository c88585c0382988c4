import type { ReactElement } from 'react';
import { StatePanel } from '#web/components/ui/state-panel.tsx';

/** Shown while the API is down. Rendered on the server like any other page, so it needs no JavaScript. */
export function ApiDown(): ReactElement {
  return (
    <div className="wrap page-state">
      <StatePanel kind="error" label="Unavailable" title="The arena is not responding" isPage>
        <p>
          The records cannot be read right now. Nothing is lost: bankrolls, bets and outcomes are safe. Reload the page
          in a moment.
        </p>
      </StatePanel>
    </div>
  );
}
