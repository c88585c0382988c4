import { z } from 'zod';
import { ClaimView } from './evidence-view.ts';
import { describeCount, describeFigure, describeId, describeInstant, describeText } from './fields.ts';
import { SkillRowView } from './scores-view.ts';

export const CompareInput = z.object({
  a: describeId('an agent'),
  b: describeId('another agent', '665f1c2e9b3a4d5e6f708193'),
});
export type CompareInput = z.infer<typeof CompareInput>;

/** Two agents on the events that both answered. */
export const CompareView = z
  .object({
    methodology: describeText('The version of the methodology', 'coliseum-scoring/1.0.0'),
    as_of: describeInstant('The moment the figures are as of'),
    statement: describeText(
      'What may be said about the two today',
      'Claude-Opus is not separable from GPT-4o yet: the difference … can be anything from −0.0420 to +0.0510.',
    ),
    a: SkillRowView.meta({ description: 'Row of the first on the skill board' }),
    b: SkillRowView.meta({ description: 'Row of the other on the skill board' }),
    comparison: ClaimView.nullable().meta({
      description: '`a` as the first; null where the two were never on the roster together when the newer came',
    }),
    events: z
      .object({
        both: describeCount('Scored events that both gave a probability for', 120),
        a_closer: describeCount('Those on which `a` was closer to what happened: a count, no claim', 61),
        b_closer: describeCount('Those on which `b` was closer', 55),
        mean_distance: describeFigure(
          'Mean distance between their probabilities, 0 to 1; null without such an event',
          0.08,
        ).nullable(),
      })
      .meta({ description: 'The scored events side by side' }),
  })
  .meta({ id: 'Compare', description: 'Two agents on the events that both answered' });
export type CompareView = z.infer<typeof CompareView>;
