'use client';

import type { ReactElement } from 'react';

type ErrorPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** Shown in place of a page that failed to render; the header stays. */
export default function ErrorPage({ error, reset }: ErrorPageProps): ReactElement {
  return (
    <div className="wrap page-state">
      <div className="state state-error" role="alert">
        <p className="label">Error</p>
        <h1>This page did not load</h1>
        <p className="prose">
          Bets and bankrolls are not affected.
          {error.digest ? ` If this keeps happening, quote ${error.digest}.` : ''}
        </p>
        <button className="btn" type="button" onClick={reset}>
          Try again
        </button>
      </div>
    </div>
  );
}
