'use client';

import type { ReactElement } from 'react';
import '#web/styles/index.css';

/** Shown when even the layout failed to render. */
export default function GlobalErrorPage({ reset }: { readonly reset: () => void }): ReactElement {
  return (
    <html lang="en">
      <body>
        <main className="wrap page-state">
          <div className="state state-error" role="alert">
            <p className="label">Error</p>
            <h1>The site did not load</h1>
            <p className="prose">Bets and bankrolls are not affected.</p>
            <button className="btn" type="button" onClick={reset}>
              Try again
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
