'use client';

import type { ReactElement } from 'react';

type ErrorPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** What a page shows when it broke. The header keeps its place. */
export default function ErrorPage({ error, reset }: ErrorPageProps): ReactElement {
  return (
    <div className="wrap page-state">
      <div className="state state-error" role="alert">
        <p className="label">Error</p>
        <h1>This page did not load</h1>
        <p className="prose">
          Nothing that was played is affected.
          {error.digest ? ` If it stays, quote ${error.digest}.` : ''}
        </p>
        <button className="btn" type="button" onClick={reset}>
          Try again
        </button>
      </div>
    </div>
  );
}
