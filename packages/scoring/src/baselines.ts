import type { Side } from '@coliseum/domain/bet';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { createSeededRandom } from '@coliseum/domain/random';
import { isWorthBetting } from '@coliseum/payout/expected-value';
import { type BaselineId } from './baseline-ids.ts';
import type { MatchDay, MatchEvent } from './match-day.ts';
import { isOnRoster, type RosterEntry } from './roster.ts';

const EVEN_MICROS = MICROS_PER_UNIT / 2;
const ENSEMBLE_MINIMUM = 3;
const SIDES: readonly Side[] = ['YES', 'NO'];

/** What a baseline says about one event of a day: a probability, or null, and the side it bets on, if any. */
export type BaselineAnswer = { readonly probabilityMicros: number | null; readonly side: Side | null };

type BaselineRule = (day: MatchDay, event: MatchEvent, index: number, agents: readonly RosterEntry[]) => BaselineAnswer;

/** The baselines of scoring.md S4, which need nobody but the locked prices and the agents' answers. */
export const BASELINES: Readonly<Record<BaselineId, BaselineRule>> = {
  /** The price itself, which has answered every event. Never bets. */
  crowd: (_day, { priceMicros }) => ({ probabilityMicros: priceMicros, side: null }),

  /** Certain of the likelier side by price, YES at an even one. */
  favourite: (_day, { priceMicros }) =>
    priceMicros >= EVEN_MICROS
      ? { probabilityMicros: MICROS_PER_UNIT, side: 'YES' }
      : { probabilityMicros: 0, side: 'NO' },

  /** Always even; its side is tossed from the event's ticker. */
  coin: (_day, { id }) => ({ probabilityMicros: EVEN_MICROS, side: tossCoin(id) }),

  /** The median of the agents' answers, from three on. Bets where its forecast is worth a bet after fees. */
  ensemble: ({ date, answers, feeRule }, { priceMicros }, index, agents) => {
    const present = agents.filter((agent) => isOnRoster(agent, date));
    const probabilityMicros = median(present.flatMap(({ id }) => answers.get(id)?.[index]?.probabilityMicros ?? []));
    if (probabilityMicros === null) return { probabilityMicros, side: null };
    const terms = { lockedPriceMicros: priceMicros, probabilityMicros, feeRule };
    return { probabilityMicros, side: SIDES.find((side) => isWorthBetting({ ...terms, side })) ?? null };
  },
};

function tossCoin(eventId: string): Side {
  return createSeededRandom(`coliseum/coin/${eventId}`).next() < 2 ** 31 ? 'YES' : 'NO';
}

/** Null under three values; of an even number `floor((a + b + 1) / 2)` of the middle two. */
function median(values: readonly number[]): number | null {
  if (values.length < ENSEMBLE_MINIMUM) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) return null;
  return low === high ? low : Math.floor((low + high + 1) / 2);
}
