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
 * A link inside the site. It fetches nothing before it is followed: a page shows some thirty links, and each would make
 * the API answer in advance. While the next page is on its way, a bar at the top of the window says so.
 */
export function SiteLink<Path extends string>({ href, children, ...rest }: SiteLinkProps<Path>): ReactElement {
  return (
    <Link href={href} prefetch={false} {...rest}>
      {children}
      <PendingBar />
    </Link>
  );
}
