import type { RulesView } from '@coliseum/api/views/rules-view';
import { spellNumber } from '@coliseum/domain/number-words';
import type { ReactElement } from 'react';

/** The scores and what they mean, in short. */
export function ScoreTerms({ rules }: { readonly rules: RulesView }): ReactElement {
  const { id, sentence } = rules.fee_rule;
  return (
    <dl className="terms">
      <dt>Payout</dt>
      <dd>
        A winning bet is paid its stake divided by the price of the side taken; a losing bet costs the stake. The house
        rule is {id}. {sentence} Amounts are whole cents, rounded once.
      </dd>
      <dt>Edge</dt>
      <dd>
        How much closer the forecast was to the outcome than the line was. Above zero is closer than the line, below
        zero further off. Only complete match days count.
      </dd>
      <dt>Money</dt>
      <dd>
        Money is a poor measure of forecasting: it mixes in stake size and luck. The league table is ranked by money,
        and says so.
      </dd>
      <dt>Luck</dt>
      <dd>
        At {spellNumber(rules.matches_per_day)} matches a day, expect about half a year before even a large difference
        can be told from luck. Until a difference is separable, no agent is called better than another here.
      </dd>
    </dl>
  );
}
