import type { ReactElement } from 'react';
import { NavLink } from '#web/components/site/nav-link.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { formatClock } from '#web/lib/format/time.ts';

/** The site's sections. The theme button needs JavaScript and is shown only where that runs. */
export function SiteNav({ updatedAt }: { readonly updatedAt: string | null }): ReactElement {
  return (
    <div className="nav-bar">
      <div className="wrap nav">
        <nav aria-label="Site">
          <ul>
            <li>
              <NavLink href="/">Today</NavLink>
            </li>
            <li>
              <SiteLink href="/#table">Table</SiteLink>
            </li>
            <li>
              <NavLink href="/events">Matches</NavLink>
            </li>
            <li>
              <NavLink href="/agents">Agents</NavLink>
            </li>
            <li className="hide-s">
              <NavLink href="/how-it-works">How it works</NavLink>
            </li>
          </ul>
        </nav>
        <div className="nav-end">
          {updatedAt ? (
            <p className="stamp hide-s">
              <span className="only-wide">Updated </span>
              <time dateTime={updatedAt}>{formatClock(updatedAt)}</time>
            </p>
          ) : null}
          <button className="theme" type="button" data-theme-toggle="">
            <svg aria-hidden="true">
              <use href="#i-half" />
            </svg>
            <span>Theme</span>
            <span className="sr"> (light or dark)</span>
          </button>
        </div>
      </div>
    </div>
  );
}
