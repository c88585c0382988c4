import { z } from 'zod';
import { describeInterval } from './evidence-view.ts';
import { describeCount, describeDate, describeFigure, describeId, describeNumber, describeText } from './fields.ts';
import { DatePageInput, pageFields } from './pagination.ts';
import { RankSetField } from './scores-view.ts';

export const ScoreHistoryInput = DatePageInput;
export type ScoreHistoryInput = z.infer<typeof ScoreHistoryInput>;

const AgentOnDayView = z.object({
  agent_id: describeId('the agent'),
  rank: describeNumber('Rank on the skill board; null while not ranked', 3).nullable(),
  mean_edge: describeFigure('Mean edge so far, -1 to 1; null without a forecast', 0.0031).nullable(),
  shrunk: describeFigure('What the skill board sorts by; null while not ranked', 0.0012).nullable(),
  ln_evidence_better: describeFigure(
    'Evidence that it beats the price, as a logarithm; null without an event',
    0.42,
  ).nullable(),
  ln_evidence_worse: describeFigure(
    'Evidence that it loses to the price, as a logarithm; null without an event',
    -0.9,
  ).nullable(),
  claim: describeInterval(
    'The sequence at the threshold against the crowd; null without an event',
    [-0.031, 0.037],
  ).nullable(),
  separable: z
    .enum(['better', 'worse'])
    .nullable()
    .meta({ description: 'Whether it was separable from the crowd after that day' }),
  rank_set: RankSetField.nullable().describe('The places it could still truly hold; null for one that is not present'),
});

/** The skill board after each complete day. */
export const ScoreHistoryView = z
  .object({
    methodology: describeText('The version of the methodology', 'coliseum-scoring/1.0.0'),
    ...pageFields,
    next_cursor: describeDate('`cursor` of the next page; null on the last').nullable(),
    days: z
      .array(
        z.object({
          date: describeDate('The complete day'),
          complete_days: describeCount('Complete days up to it', 30),
          agents: z.array(AgentOnDayView).meta({ description: 'The agents that had joined, in roster order' }),
        }),
      )
      .meta({ description: 'Complete days, newest first' }),
  })
  .meta({ id: 'ScoreHistory', description: 'The skill board after each complete day' });
export type ScoreHistoryView = z.infer<typeof ScoreHistoryView>;
