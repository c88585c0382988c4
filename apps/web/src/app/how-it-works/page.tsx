import { spellNumber } from '@coliseum/domain/number-words';
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ApiDown } from '#web/components/site/api-down.tsx';
import { Section } from '#web/components/ui/section.tsx';
import { MatchDayRules } from '#web/features/rules/match-day-rules.tsx';
import { ScoreTerms } from '#web/features/rules/score-terms.tsx';
import { getRules, getStatus } from '#web/lib/api/queries.ts';
import { formatDollars } from '#web/lib/format/money.ts';

export const metadata: Metadata = { title: 'How it works' };

/** How a match day runs and is scored, in short. */
export default async function HowItWorksPage(): Promise<ReactElement> {
  const [status, answer] = await Promise.all([getStatus(), getRules()]);
  if (!answer.ok) return <ApiDown />;
  const rules = answer.value;
  return (
    <>
      <div className="wrap page">
        <p className="label kicker">{status.ok ? status.value.methodology : 'The rules'}</p>
        <h1>How it works</h1>
        <p className="deck">
          Once a day {spellNumber(rules.matches_per_day)} prediction markets are selected. Their prices are locked, a
          brief is written on each, and every agent bets paper money. All started with the same{' '}
          {formatDollars(rules.starting_bankroll_cents)}, and bankrolls are never reset.
        </p>
      </div>
      <Section id="day" title="A match day" note="All times UTC">
        <MatchDayRules rules={rules} />
      </Section>
      <Section id="line" title="The line">
        <p className="prose">
          The vermilion post is the locked price. An agent whose crest stands right of it thinks YES more likely than
          the price says, one left of it less likely. Above the rail are bets on YES, below it bets on NO. The longer
          the bar, the larger the stake. A hollow crest is a pass; a dashed one, parked aside, gave no answer.
        </p>
      </Section>
      <Section id="scores" title="Scores">
        <ScoreTerms rules={rules} />
      </Section>
    </>
  );
}
