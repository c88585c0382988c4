import { Side } from '@coliseum/domain/bet';
import { z } from 'zod';
import { ClaimView, describeInterval } from './evidence-view.ts';
import {
  CategoryField,
  describeCents,
  describeCount,
  describeDate,
  describeFigure,
  describeId,
  describeInstant,
  describeNumber,
  describeText,
} from './fields.ts';
import { MoneyView } from './money-view.ts';
import { accuracyFields, ScoreView } from './score-view.ts';
import { SkillRowView } from './scores-view.ts';

const PersonaWeekView = z.object({
  week_number: describeNumber('The week; 1 is that of 1 January 2024', 152),
  persona: describeText('The persona of the week', 'momentum_trader'),
  ...accuracyFields,
  difference: describeFigure(
    'Mean edge in that week less that of all other weeks: that week, never because of the persona; null without other weeks',
    0.004,
  ).nullable(),
  standard_error: describeFigure(
    'Standard error of the difference; null under two days on either side',
    0.011,
  ).nullable(),
});

const SizingView = z.object({
  bet_id: describeId('the bet'),
  event_id: describeId('the event'),
  event_title: describeText('Title of the event', 'Will the Fed cut rates?'),
  date: describeDate('Its match day'),
  side: Side.meta({ description: 'The side taken' }),
  stake_cents: describeCents('The stake'),
  share: describeFigure(
    'The stake as a share of its settled equity at the lock, 0 or more; null without equity',
    0.05,
  ).nullable(),
  kelly_fraction: describeFigure('The share that its own forecast justifies, 0 to 1 (scoring.md S5.4)', 0.017),
  times_justified: describeFigure('Staked over justified; null where its forecast justifies no bet', 2.9).nullable(),
  statement: describeText('The same in words', 'bet 2.9 times what its own forecast justifies'),
});

/** Everything that an agent's forecasts and bets scored. */
export const AgentScoresView = z
  .object({
    methodology: describeText('The version of the methodology', 'coliseum-scoring/1.0.0'),
    as_of: describeInstant('The moment the figures are as of'),
    agent_id: describeId('the agent'),
    agent_name: describeText('Name of the agent', 'Claude-Opus'),
    statement: describeText(
      'What may be said about it today',
      'Claude-Opus is not separable from the market yet: the difference … can be anything from −0.0310 to +0.0370.',
    ),
    board: SkillRowView.meta({ description: 'Its row on the skill board' }),
    coverage: z
      .object({
        offered: describeCount('Scored events while it was on the roster', 145),
        answered: describeCount('Those it gave a probability for', 137),
        rate: describeFigure('Answered as a share of offered, 0 to 1; null for none', 0.945).nullable(),
      })
      .meta({ description: 'How many of the questions it answered; a timeout is a miss, not an opinion' }),
    score: ScoreView,
    fixed_sample: describeInterval(
      'Range of its true edge for a reader who agreed beforehand to look today and only today, 95 %: draw it grey, claim nothing',
    ).nullable(),
    versus_crowd: ClaimView,
    categories: z
      .array(z.object({ category: CategoryField, ...accuracyFields }))
      .meta({ description: 'By category, in alphabetical order; grey below 20 forecasts' }),
    persona_weeks: z.array(PersonaWeekView).meta({ description: 'By week, newest first; no badge' }),
    money: MoneyView,
    sizing: z.array(SizingView).max(20).meta({ description: 'Its latest bets, at most twenty, newest first' }),
  })
  .meta({ id: 'AgentScores', description: "Everything that an agent's forecasts and bets scored" });
export type AgentScoresView = z.infer<typeof AgentScoresView>;
