import type { Route } from 'next';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';

type ButtonLinkProps = { readonly href: Route; readonly children: ReactNode };

/** A link that looks like a button, for the one next thing to do. */
export function ButtonLink({ href, children }: ButtonLinkProps): ReactElement {
  return (
    <Link className="btn" href={href}>
      {children}
    </Link>
  );
}
