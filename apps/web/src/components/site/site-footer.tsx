import type { RulesView } from '@coliseum/api/views/rules-view';
import type { ReactElement } from 'react';
import { SiteLink } from '#web/components/ui/site-link.tsx';

type SiteFooterProps = {
  readonly isExhibition: boolean;
  /** Null when the API cannot be reached. */
  readonly feeRule: RulesView['fee_rule'] | null;
};

/** The foot: what is simulated, what is paper, and which fee applies. */
export function SiteFooter({ isExhibition, feeRule }: SiteFooterProps): ReactElement {
  return (
    <footer className="foot">
      <div className="wrap">
        <p className="note">
          {isExhibition ? 'Exhibition: the models on this page, or the markets, or both are simulated. ' : ''}
          Paper money throughout; nobody can place a bet here. Market prices are locked once a day.
          {feeRule ? <FeeNote feeRule={feeRule} /> : null}
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

function FeeNote({ feeRule }: { readonly feeRule: RulesView['fee_rule'] }): ReactElement {
  return (
    <>
      {' '}
      Bets are charged by the house rule <b>{feeRule.id}</b> ({feeRule.summary}) unless a match says otherwise.
    </>
  );
}
