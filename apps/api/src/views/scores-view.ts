import { z } from 'zod';
import { claimFields, evidenceFields } from './evidence-view.ts';
import {
  describeCents,
  describeCount,
  describeFigure,
  describeId,
  describeInstant,
  describeNumber,
  describeText,
} from './fields.ts';
import { MoneyView } from './money-view.ts';
import { AccuracyView } from './score-view.ts';

/** How much an agent's place can be read into (scoring.md S8). */
const BoardStatusField = z.enum(['warming-up', 'provisional', 'established']).meta({
  description: 'By days with a scored forecast: below 10 warming-up (no rank), below 30 provisional, then established',
});

/** The places that an agent can still truly hold. */
export const RankSetField = z.tuple([z.int().positive(), z.int().positive()]).meta({
  description:
    'First and last place it can still truly hold among the agents present, given every comparison that is settled',
  examples: [[1, 8]],
});

const agentFields = { agent_id: describeId('the agent'), agent_name: describeText('Name of the agent', 'Claude-Opus') };

/** A row of the skill board. */
export const SkillRowView = z.object({
  ...agentFields,
  rank: describeNumber('Rank by `shrunk`, as in 1, 2, 2, 4: no claim; null while not ranked', 3).nullable(),
  status: BoardStatusField,
  days: describeCount('Match days with a scored forecast', 30),
  forecasts: describeCount('Scored forecasts', 137),
  mean_edge: describeFigure('Mean edge over the locked price, -1 to 1; null without a forecast', 0.0031).nullable(),
  shrunk: describeFigure(
    'Its mean edge, pulled towards the average of all agents as far as luck could explain the difference; null while not ranked',
    0.0012,
  ).nullable(),
  noise: describeFigure(
    'Standard error of its mean edge apart from what all agents share; null while not ranked',
    0.006,
  ).nullable(),
  weight: describeFigure(
    'How much of its distance from the average it keeps, 0 to 1; null while not ranked',
    0.31,
  ).nullable(),
  rank_set: RankSetField.nullable().describe(
    'First and last place it can still truly hold among the agents present; null for one that is not',
  ),
});

export type SkillRowView = z.infer<typeof SkillRowView>;

/** A row of the money board. */
const MoneyRowView = z.object({
  ...agentFields,
  rank: describeNumber('Rank by settled equity, as in 1, 2, 2, 4'),
  equity_cents: describeCents('Start plus profit or loss', 12_500_000),
  roi: describeFigure(
    'What each dollar staked earned or lost after fees, -1 or more; null without bets',
    0.039,
  ).nullable(),
});

const VersusCrowdView = z.object({ ...agentFields, ...claimFields });

const PairView = z.object({
  first_id: describeId('the first agent'),
  first_name: describeText('Name of the first', 'Claude-Opus'),
  second_id: describeId('the other agent'),
  second_name: describeText('Name of the other', 'GPT-4o'),
  ...claimFields,
});

const BaselineView = z.object({
  id: z.enum(['crowd', 'favourite', 'coin', 'ensemble']).meta({
    description:
      'crowd: the locked price. favourite: sure of the likelier side. coin: always 50 %. ensemble: the median of the agents',
  }),
  score: AccuracyView,
  money: MoneyView,
  versus_crowd: z
    .object(evidenceFields)
    .nullable()
    .meta({ description: 'Its comparison with the crowd, never a claim; null for the crowd itself' }),
});

/** Both boards and everything that may be said about them. */
export const ScoresView = z
  .object({
    methodology: describeText('The version of the methodology', 'coliseum-scoring/1.0.0'),
    as_of: describeInstant('The moment the figures are as of'),
    complete_days: describeCount('Match days whose forecasts are scored', 30),
    statement: describeText(
      'What may be said about the boards today',
      'Nobody is separable from the market or from each other yet.',
    ),
    skill_board: z.array(SkillRowView).meta({ description: 'Every agent ever, best `shrunk` first; 0 is the crowd' }),
    money_board: z.array(MoneyRowView).meta({ description: 'Every agent ever, highest equity first' }),
    shrinkage: z
      .object({
        centre: describeFigure("Mean of the agents' mean edges, -1 to 1", -0.0011),
        tau: describeFigure('Spread of true edges among agents, 0.002 or more', 0.004),
      })
      .nullable()
      .meta({ description: 'What pulls the agents together; null under three ranked agents or two days' }),
    versus_crowd: z
      .array(VersusCrowdView)
      .meta({ description: 'Each agent (first) against the crowd, in roster order' }),
    pairs: z.array(PairView).meta({ description: 'Every pair that is compared, first before second in roster order' }),
    baselines: z.array(BaselineView).meta({ description: 'What simple rules would have scored on the same events' }),
  })
  .meta({ id: 'Scores', description: 'Both boards and everything that may be said about them' });
export type ScoresView = z.infer<typeof ScoresView>;
