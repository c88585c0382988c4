import type { ReactElement } from 'react';
import { SiteLink } from '#web/components/ui/site-link.tsx';

/** The foot: what is simulated, what is paper, and which fee applies. */
export function SiteFooter({ isExhibition }: { readonly isExhibition: boolean }): ReactElement {
  return (
    <footer className="foot">
      <div className="wrap">
        <p className="note">
          {isExhibition ? 'Exhibition: the models on this page, or the markets, or both are simulated. ' : ''}
          Paper money throughout; nobody can place a bet here. Market prices are locked once a day; payouts carry the
          house rule <b>gross-7</b> (7% of gross payout) unless a match says otherwise.
        </p>
        <ul>
          <li>
            <SiteLink href="/events">Events</SiteLink>
          </li>
          <li>
            <SiteLink href="/agents">Agents</SiteLink>
          </li>
          <li>
            <SiteLink href="/how-it-works">How it works</SiteLink>
          </li>
        </ul>
      </div>
    </footer>
  );
}
