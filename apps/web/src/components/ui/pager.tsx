import type { Route } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';

type PagerProps = {
  readonly page: number;
  readonly pageCount: number;
  readonly hrefOf: (page: number) => Route;
};

/** Links to the newer and older page, and where the reader is. */
export function Pager({ page, pageCount, hrefOf }: PagerProps): ReactElement | null {
  if (pageCount < 2) return null;
  return (
    <nav aria-label="Pages" className="pager">
      {page > 1 ? (
        <Link className="btn btn-quiet" href={hrefOf(page - 1)} rel="prev">
          Newer
        </Link>
      ) : null}
      <p className="meta">
        Page {page} of {pageCount}
      </p>
      {page < pageCount ? (
        <Link className="btn btn-quiet" href={hrefOf(page + 1)} rel="next">
          Older
        </Link>
      ) : null}
    </nav>
  );
}
