import type { Route } from 'next';
import type { ReactElement, ReactNode } from 'react';
import { SiteLink } from '#web/components/ui/site-link.tsx';

type ButtonLinkProps = { readonly href: Route; readonly children: ReactNode };

/** A link that looks like a button: the one next step a page offers. */
export function ButtonLink({ href, children }: ButtonLinkProps): ReactElement {
  return (
    <SiteLink className="btn" href={href}>
      {children}
    </SiteLink>
  );
}
