import type { Route } from 'next';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { PendingBar } from '#web/components/ui/pending-bar.tsx';

type SiteLinkProps<Path extends string> = {
  readonly href: Route<Path>;
  readonly className?: string;
  readonly rel?: string;
  readonly 'aria-current'?: 'page' | 'true' | undefined;
  readonly children: ReactNode;
};

/**
 * A link inside the site. Nothing is prefetched: a page has some thirty links, and each prefetch would cost the API a
 * request. A bar at the top of the window shows that the next page is loading.
 */
export function SiteLink<Path extends string>({ href, children, ...rest }: SiteLinkProps<Path>): ReactElement {
  return (
    <Link href={href} prefetch={false} {...rest}>
      {children}
      <PendingBar />
    </Link>
  );
}
