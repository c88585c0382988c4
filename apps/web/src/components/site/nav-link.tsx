'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactElement, ReactNode } from 'react';

type NavLinkProps = { readonly href: Route; readonly children: ReactNode };

/** A link of the navigation that knows whether its section is the one being read. */
export function NavLink({ href, children }: NavLinkProps): ReactElement {
  const pathname = usePathname();
  const isHere = pathname === href;
  const isInside = href !== '/' && pathname.startsWith(`${href}/`);
  return (
    <Link href={href} aria-current={isHere ? 'page' : isInside ? 'true' : undefined}>
      {children}
    </Link>
  );
}
