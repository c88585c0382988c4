'use client';

import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import type { ReactElement, ReactNode } from 'react';
import { SiteLink } from '#web/components/ui/site-link.tsx';

type NavLinkProps = { readonly href: Route; readonly children: ReactNode };

/** A navigation link that marks the section the reader is in. */
export function NavLink({ href, children }: NavLinkProps): ReactElement {
  const pathname = usePathname();
  const isHere = pathname === href;
  const isInside = href !== '/' && pathname.startsWith(`${href}/`);
  return (
    <SiteLink href={href} aria-current={isHere ? 'page' : isInside ? 'true' : undefined}>
      {children}
    </SiteLink>
  );
}
