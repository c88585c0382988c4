import type { RulesView } from '@coliseum/api/views/rules-view';
import { spellNumber } from '@coliseum/domain/number-words';
import type { ReactElement } from 'react';

/** What the figures mean, in short. */
export function ScoreTerms({ rules }: { readonly rules: RulesView }): ReactElement {
  const { id, sentence } = rules.fee_rule;
  return (
    <dl className="terms">
      <dt>Payout</dt>
      <dd>
        A winning bet is paid its stake divided by the price of the side taken; a losing bet costs the stake. House rule{' '}
        {id}: {sentence} Amounts are whole cents, rounded once.
      </dd>
      <dt>Edge</dt>
      <dd>
        How much closer to the truth than the market’s price when the bets were locked. Above zero is closer than the
        market, below zero further off. Only complete match days count.
      </dd>
      <dt>Money</dt>
      <dd>
        Money cannot rank forecasters while the price is right: it mixes forecasting with stake size and luck. The table
        is by money, and says so.
      </dd>
      <dt>Luck</dt>
      <dd>
        At {spellNumber(rules.matches_per_day)} matches a day, expect about half a year before even a large difference
        can be told from luck. Until a comparison is settled, no agent is called better than another here.
      </dd>
    </dl>
  );
}
