import type { FeeRule } from '@coliseum/domain/fee-rule';
import { probabilityToMicros, toMicros } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';
import type { Answer, MatchDay, MatchEvent, Settlement } from '../match-day.ts';
import { findDuplicates } from './find-duplicates.ts';
import { SeasonInput, type AnswerInput, type DayInput } from './season-input.ts';
import type { Season } from './season.ts';

/**
 * Reads a season in the input format of scoring.md S1: prices and values exactly, to integers in millionths, and an
 * invalid probability as no answer. The error lists every problem with the field it is in: `days.3.events.0.2: …`.
 */
export function parseSeason(json: unknown): Result<Season, readonly string[]> {
  const input = SeasonInput.safeParse(json);
  if (!input.success) return failure(input.error.issues.map(describeProblem));
  const duplicates = findDuplicates(input.data);
  if (duplicates.length > 0) return failure(duplicates.map(describeProblem));
  const { agents, days, minDays, asOf, feeRule } = input.data;
  return success({ agents, minDays, asOf: new Date(asOf), days: days.map((day) => toMatchDay(day, feeRule)) });
}

function describeProblem({
  path,
  message,
}: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): string {
  return `${path.map(String).join('.') || 'the season'}: ${message}`;
}

function toMatchDay(day: DayInput, seasonRule: FeeRule): MatchDay {
  const { date, persona, lockedAt, events, answers, twins, candidates, feeRule = seasonRule } = day;
  return {
    date,
    persona,
    lockedAt: new Date(lockedAt),
    feeRule,
    events: events.map(([id, category, price, value, settledAt]): MatchEvent => ({
      id,
      category,
      priceMicros: toMicros(price),
      settlement: toSettlement(value, settledAt),
    })),
    answers: mapRows(answers, (answer) => toAnswer(answer, feeRule)),
    twins: twins === undefined ? null : mapRows(twins, toProbabilityMicros),
    candidates:
      candidates?.map(([id, price, value, settledAt]) => ({
        id,
        priceMicros: toMicros(price),
        settlement: toSettlement(value, settledAt),
      })) ?? null,
  };
}

function mapRows<Entry, Mapped>(
  rows: Readonly<Record<string, readonly Entry[]>>,
  map: (entry: Entry) => Mapped,
): ReadonlyMap<string, readonly Mapped[]> {
  return new Map(Object.entries(rows).map(([id, row]) => [id, row.map(map)]));
}

function toAnswer(answer: AnswerInput | null, feeRule: FeeRule): Answer | null {
  if (answer === null) return null;
  const [probability, decision, stakeCents] = answer;
  const probabilityMicros = toProbabilityMicros(probability);
  if (probabilityMicros === null) return null;
  return { probabilityMicros, bet: decision === 'ABSTAIN' ? null : { side: decision, stakeCents, feeRule } };
}

function toProbabilityMicros(probability: unknown): number | null {
  return typeof probability === 'number' ? probabilityToMicros(probability) : null;
}

function toSettlement(value: string | null, settledAt: string | null): Settlement | null {
  if (value === null || settledAt === null) return null;
  const at = new Date(settledAt);
  return value === 'VOID'
    ? { kind: 'void', settledAt: at }
    : { kind: 'value', valueMicros: toMicros(value), settledAt: at };
}
