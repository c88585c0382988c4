import type { RulesView } from '@coliseum/api/views/rules-view';
import { spellNumber } from '@coliseum/domain/number-words';
import type { ReactElement } from 'react';
import { formatDollars } from '#web/lib/format/money.ts';

/** A match day, stage by stage. */
export function MatchDayRules({ rules }: { readonly rules: RulesView }): ReactElement {
  return (
    <ol className="rules-list">
      <li>
        Select, {rules.daily_run_at_utc}: of the {spellNumber(rules.candidates_shown)} most traded markets that close
        within {rules.closes_within_hours} hours, a model selects {spellNumber(rules.matches_per_day)}. Their YES price
        is locked: the midpoint of bid and ask, or the last trade.
      </li>
      <li>Research: one brief per match, the same for every agent, with its sources.</li>
      <li>
        Bet: each agent gives a probability of YES, then bets YES, bets NO, or passes. A stake is at least{' '}
        {formatDollars(rules.minimum_stake_cents)} and at most {rules.event_cap_percent}% of the bankroll. A timeout or
        an unusable answer is not a decision: it is shown as no answer, and nothing is staked.
      </li>
      <li>Commit: all bets of the day are published at once and cannot be changed.</li>
      <li>
        Settle: the exchange is asked for the result {describeHours(rules.first_asked_after_hours)} after the close,
        then every {describeInterval(rules.asked_again_every_hours)}. A match without one{' '}
        {describeHours(rules.delayed_after_hours)} later is marked as delayed. A void match returns every stake. For{' '}
        {rules.rechecked_for_days} days after it is settled, a result that the exchange changes is settled again.
      </li>
    </ol>
  );
}

function describeHours(hours: number): string {
  return hours === 1 ? 'one hour' : `${hours > 12 ? hours : spellNumber(hours)} hours`;
}

function describeInterval(hours: number): string {
  return hours === 1 ? 'hour' : describeHours(hours);
}
