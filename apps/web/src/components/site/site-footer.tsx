import type { RulesView } from '@coliseum/api/views/rules-view';
import type { ReactElement } from 'react';
import { SiteLink } from '#web/components/ui/site-link.tsx';

type SiteFooterProps = {
  readonly isExhibition: boolean;
  /** Null while the API is down. */
  readonly feeRule: RulesView['fee_rule'] | null;
};

/** The footer: what is simulated, that the money is paper, and which fee applies. */
export function SiteFooter({ isExhibition, feeRule }: SiteFooterProps): ReactElement {
  return (
    <footer className="foot">
      <div className="wrap">
        <p className="note">
          {isExhibition ? 'Exhibition: some or all of the markets, models and research are simulated. ' : ''}
          All money is paper money, and nobody can place a bet here. Market prices are locked once a day.
          {feeRule ? <FeeNote feeRule={feeRule} /> : null}
        </p>
        <ul>
          <li>
            <SiteLink href="/events">Matches</SiteLink>
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
      The fee follows house rule <b>{feeRule.id}</b> ({feeRule.summary}) unless a match says otherwise.
    </>
  );
}
