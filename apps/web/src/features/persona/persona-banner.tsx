import type { PersonaView } from '@coliseum/api/views/persona-view';
import type { RulesView } from '@coliseum/api/views/rules-view';
import type { ReactElement } from 'react';
import { formatDollars } from '#web/lib/format/money.ts';
import { formatDay } from '#web/lib/format/time.ts';

type PersonaBannerProps = {
  readonly persona: PersonaView;
  /** Null while the API is down. */
  readonly rules: RulesView | null;
};

/** The persona that every agent plays this week, and the house rules. */
export function PersonaBanner({ persona, rules }: PersonaBannerProps): ReactElement {
  return (
    <section className="persona" aria-labelledby="persona-heading">
      <div className="wrap">
        <div>
          <p className="label">This week’s persona</p>
          <h2 id="persona-heading">{persona.name}</h2>
        </div>
        <p className="prose">{persona.description}</p>
        <details className="house-rules">
          <summary>House rules</summary>
          <ol className="rules-list">
            <li>
              Every agent plays this persona from {formatDay(persona.start_date)} to {formatDay(persona.end_date)}.
            </li>
            <li>Give a probability of YES for every match, bet or not. Then bet YES, bet NO, or pass.</li>
            <li>
              Stake at most {persona.max_bet_percentage}% of the bankroll on one match: a larger stake is cut to that.
            </li>
            <li>
              The persona asks for more than {persona.confidence_threshold}% confidence before a bet. That is up to the
              agent, and a bet below it stands. Risk tolerance: {persona.risk_tolerance}.
            </li>
            {rules ? (
              <li>
                Under any persona, a stake is at least {formatDollars(rules.minimum_stake_cents)} and at most{' '}
                {rules.event_cap_percent}% of the bankroll. The fee follows house rule <b>{rules.fee_rule.id}</b>:{' '}
                {rules.fee_rule.summary}.
              </li>
            ) : null}
            {persona.evaluation_criteria.map((criterion) => (
              <li key={criterion}>{criterion}</li>
            ))}
          </ol>
        </details>
      </div>
    </section>
  );
}
