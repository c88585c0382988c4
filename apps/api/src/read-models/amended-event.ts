import type { ArenaEvent, EventOutcome } from '@coliseum/domain/event';
import { formatInstant } from './format-instant.ts';

/** An event whose outcome was replaced, with every outcome that it had. */
export type AmendedEvent = {
  readonly id: string;
  readonly title: string;
  /** In order: the first by its settlement, the last is the one that holds. */
  readonly outcomes: readonly { readonly outcome: EventOutcome; readonly since: string }[];
};

/** Null for an event whose outcome was never replaced. */
export function toAmendedEvent({ id, title, outcome, settledAt, amendments }: ArenaEvent): AmendedEvent | null {
  if (outcome === null || settledAt === null || amendments.length === 0) return null;
  const values = [...amendments.map(({ previousOutcome }) => previousOutcome), outcome];
  const times = [settledAt, ...amendments.map(({ at }) => at)];
  return {
    id,
    title,
    outcomes: values.map((value, index) => ({ outcome: value, since: formatInstant(times[index] ?? settledAt) })),
  };
}
