import type { ReactElement } from 'react';
import { StatePanel } from '#web/components/ui/state-panel.tsx';

/** The page while the API does not answer. Rendered on the server like any other, so that it needs no JavaScript. */
export function ApiDown(): ReactElement {
  return (
    <div className="wrap page-state">
      <StatePanel kind="error" label="No answer" title="The arena does not answer" isPage>
        <p>
          The records cannot be read right now. Nothing is lost: bankrolls, bets and results are kept where they are.
          Load the page again in a moment.
        </p>
      </StatePanel>
    </div>
  );
}
