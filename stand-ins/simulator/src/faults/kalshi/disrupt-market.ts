import { assertNever } from '@coliseum/domain/assert';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { SimulatedMarket, SimulatedOutcome } from '../../market/simulated-market.ts';
import type { MarketLifeKind } from '../fault-kinds.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How far a close moves, either way. */
const MOVED_BY_MS = 2 * HOUR_MS;

/** The market with a different life, from its opening on. */
export function disruptMarket(market: SimulatedMarket, kind: MarketLifeKind): SimulatedMarket {
  switch (kind) {
    case 'archived':
      return { ...market, isArchivedOnceSettled: true };
    case 'result-changes':
      return changeResult(market);
    case 'disputed':
      return dispute(market);
    case 'final-word-changes':
      return changeFinalOutcome(market);
    case 'closes-earlier':
      return closeEarlier(market);
    case 'closes-later':
      return closeLater(market);
    case 'settles-half':
      return { ...market, outcome: { kind: 'value', valueMicros: MICROS_PER_UNIT / 2 } };
    case 'settles-without-value':
      return { ...market, outcome: { kind: 'unresolvable' } };
    case 'value-comes-later':
      return sendValueLater(market);
    case 'expected-later':
      return expectLater(market);
    case 'gone':
      return { ...market, goneFromMs: market.closesAtMs };
    default:
      return assertNever(kind);
  }
}

/** Determined the wrong way round, silently corrected half an hour later, final after an hour. */
function changeResult(market: SimulatedMarket): SimulatedMarket {
  const correctedAtMs = market.determinedAtMs + 30 * MINUTE_MS;
  const firstDetermination = { outcome: invertOutcome(market.outcome), disputedAtMs: null, correctedAtMs };
  return { ...market, firstDetermination, settlesAtMs: market.determinedAtMs + HOUR_MS };
}

/** Determined the wrong way round, disputed after half an hour, amended after three hours, final after four. */
function dispute(market: SimulatedMarket): SimulatedMarket {
  const firstDetermination = {
    outcome: invertOutcome(market.outcome),
    disputedAtMs: market.determinedAtMs + 30 * MINUTE_MS,
    correctedAtMs: market.determinedAtMs + 3 * HOUR_MS,
  };
  return { ...market, firstDetermination, settlesAtMs: market.determinedAtMs + 4 * HOUR_MS };
}

/** Final the wrong way round, as nothing in the contract allows, and three days later the right way. */
function changeFinalOutcome(market: SimulatedMarket): SimulatedMarket {
  const correctedAtMs = market.settlesAtMs + 3 * DAY_MS;
  return {
    ...market,
    firstDetermination: { outcome: invertOutcome(market.outcome), disputedAtMs: null, correctedAtMs },
  };
}

/** Closed two hours before the time, but not in the first half of its life; listed as before until then. */
function closeEarlier(market: SimulatedMarket): SimulatedMarket {
  const halfwayMs = market.opensAtMs + (market.closesAtMs - market.opensAtMs) / 2;
  const closesAtMs = Math.round(Math.max(halfwayMs, market.closesAtMs - MOVED_BY_MS));
  return { ...moveClose(market, closesAtMs), closeAnnouncedAtMs: closesAtMs };
}

/** Closed two hours after the time, which is announced an hour before it. */
function closeLater(market: SimulatedMarket): SimulatedMarket {
  const moved = moveClose(market, market.closesAtMs + MOVED_BY_MS);
  const expectedExpirationAtMs = Math.max(market.expectedExpirationAtMs, moved.closesAtMs);
  return { ...moved, closeAnnouncedAtMs: market.closesAtMs - HOUR_MS, expectedExpirationAtMs };
}

/** With a different close; everything after it keeps its distance. */
function moveClose(market: SimulatedMarket, closesAtMs: number): SimulatedMarket {
  const shiftMs = closesAtMs - market.closesAtMs;
  const determinedAtMs = market.determinedAtMs + shiftMs;
  return { ...market, closesAtMs, determinedAtMs, settlesAtMs: market.settlesAtMs + shiftMs };
}

/** Final as `scalar`, with its value of one half 90 minutes later. */
function sendValueLater(market: SimulatedMarket): SimulatedMarket {
  const outcome = { kind: 'value', valueMicros: MICROS_PER_UNIT / 2 } as const;
  return { ...market, outcome, valueShownFromMs: market.settlesAtMs + 90 * MINUTE_MS };
}

/** Closed in time; the result is expected three days later, as announced from the start, and comes then. */
function expectLater(market: SimulatedMarket): SimulatedMarket {
  const expectedExpirationAtMs = market.closesAtMs + 3 * DAY_MS;
  const settlesAtMs = expectedExpirationAtMs + (market.settlesAtMs - market.determinedAtMs);
  return { ...market, expectedExpirationAtMs, determinedAtMs: expectedExpirationAtMs, settlesAtMs };
}

function invertOutcome(outcome: SimulatedOutcome): SimulatedOutcome {
  if (outcome.kind === 'unresolvable') return { kind: 'value', valueMicros: MICROS_PER_UNIT };
  return { kind: 'value', valueMicros: MICROS_PER_UNIT - outcome.valueMicros };
}
