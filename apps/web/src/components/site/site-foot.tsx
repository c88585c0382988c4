import Link from 'next/link';
import type { ReactElement } from 'react';

/** The foot: what is simulated, what is paper, and which fee applies. */
export function SiteFoot({ isExhibition }: { readonly isExhibition: boolean }): ReactElement {
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
            <Link href="/events">Events</Link>
          </li>
          <li>
            <Link href="/agents">Agents</Link>
          </li>
          <li>
            <Link href="/how-it-works">How it works</Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
