import { FeeRule } from '@coliseum/domain/fee-rule';
import { MatchDate } from '@coliseum/domain/match-date';
import { MICROS_PER_UNIT, parseMicros } from '@coliseum/domain/price';
import { z } from 'zod';

const Id = z.string().regex(/^[\x20-\x7e]+$/, 'one or more ASCII characters');

/** `YYYY-MM-DDTHH:MM:SSZ`. */
const Time = z.iso.datetime({ precision: 0, error: 'a UTC time like 2026-11-22T14:00:00Z' });

const isPrice = (text: string): boolean => isBetween(text, 1, MICROS_PER_UNIT - 1);
const isValue = (text: string): boolean => isBetween(text, 0, MICROS_PER_UNIT);

function isBetween(text: string, lowest: number, highest: number): boolean {
  const micros = parseMicros(text);
  return micros.ok && micros.value >= lowest && micros.value <= highest;
}

const Price = z.string().refine(isPrice, 'a decimal strictly between 0 and 1 with at most six places, as a string');
const Value = z
  .string()
  .refine((text) => text === 'VOID' || isValue(text), '"VOID", or a decimal from 0 to 1 with at most six places');

const HALF_SETTLED = 'value and settledAt are both there, or both null while the market is open';
const isWhole = (value: string | null, settledAt: string | null): boolean => (value === null) === (settledAt === null);

/** What an agent answered about one event. Whether the probability is valid is for the methodology to say, not for the form. */
const AnswerInput = z.union([
  z.tuple([z.unknown(), z.literal('ABSTAIN'), z.literal(0)]),
  z.tuple([z.unknown(), z.enum(['YES', 'NO']), z.int().positive()]),
]);
export type AnswerInput = z.infer<typeof AnswerInput>;

const EventInput = z
  .tuple([Id, z.string().min(1), Price, Value.nullable(), Time.nullable()])
  .refine(([, , , value, settledAt]) => isWhole(value, settledAt), HALF_SETTLED);
const CandidateInput = z
  .tuple([Id, Price, Value.nullable(), Time.nullable()])
  .refine(([, , value, settledAt]) => isWhole(value, settledAt), HALF_SETTLED);

const DayInput = z
  .strictObject({
    date: MatchDate,
    persona: z.string().min(1),
    lockedAt: Time,
    feeRule: FeeRule.optional(),
    events: z.array(EventInput).nonempty(),
    answers: z.record(Id, z.array(AnswerInput.nullable())),
    twins: z.record(Id, z.array(z.unknown())).optional(),
    candidates: z.array(CandidateInput).optional(),
  })
  .superRefine(({ events, answers, twins = {} }, context) => {
    for (const [field, rows] of Object.entries({ answers, twins })) {
      for (const [id, row] of Object.entries(rows)) {
        if (row.length === events.length) continue;
        const message = `one entry for each of the ${events.length} events`;
        context.addIssue({ code: 'custom', path: [field, id], message });
      }
    }
  });
export type DayInput = z.infer<typeof DayInput>;

const AgentInput = z.strictObject({ id: Id, from: MatchDate, until: MatchDate.nullable(), founding: z.boolean() });

/** A season in the input format of scoring.md S1, as JSON has it. */
export const SeasonInput = z.strictObject({
  feeRule: FeeRule,
  minDays: z.int().positive(),
  asOf: Time,
  agents: z.array(AgentInput),
  days: z.array(DayInput),
});
export type SeasonInput = z.infer<typeof SeasonInput>;
