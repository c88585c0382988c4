import type { Route } from 'next';
import type { ReactElement } from 'react';
import { SiteLink } from '#web/components/ui/site-link.tsx';

type PagerProps = {
  readonly page: number;
  readonly pageCount: number;
  readonly toHref: (page: number) => Route;
};

/** Links to the newer and the older page, with the current position between them. */
export function Pager({ page, pageCount, toHref }: PagerProps): ReactElement | null {
  if (pageCount < 2) return null;
  return (
    <nav aria-label="Pages" className="pager">
      {page > 1 ? (
        <SiteLink className="btn btn-quiet" href={toHref(page - 1)} rel="prev">
          Newer
        </SiteLink>
      ) : null}
      <p className="meta">
        Page {page} of {pageCount}
      </p>
      {page < pageCount ? (
        <SiteLink className="btn btn-quiet" href={toHref(page + 1)} rel="next">
          Older
        </SiteLink>
      ) : null}
    </nav>
  );
}
