import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** Maximum number of entries, all of the same second, whose ids may be out of posting order. */
const OUT_OF_ORDER_LIMIT = 1_000;

type Balances = { readonly equityCents: number; readonly reservedCents: number };

/** One agent's ledger, read in id order. */
export type LedgerTrail = {
  readonly add: (entry: LedgerEntry) => Problem[];
  /** The final balances, and the problems found at the end. */
  readonly end: () => Balances & { readonly problems: readonly Problem[] };
};

/**
 * Follows an agent's balances from entry to entry. The ids of two processes that post in the same second may not be in
 * posting order, so an entry that does not fit yet waits for its predecessor. An entry that never fits is a problem.
 */
export function createLedgerTrail(): LedgerTrail {
  let current: Balances = { equityCents: 0, reservedCents: 0 };
  let waiting: LedgerEntry[] = [];

  const take = (entry: LedgerEntry): void => {
    waiting = waiting.filter((other) => other !== entry);
    current = getBalancesAfter(entry);
  };
  const takeFitting = (): void => {
    for (let next = findNext(); next !== undefined; next = findNext()) take(next);
  };
  const findNext = (): LedgerEntry | undefined => waiting.find((entry) => isSame(getBalancesBefore(entry), current));

  /**
   * Takes the first waiting entry although it does not fit, and continues from the balances that another entry follows.
   */
  const takeMisfit = (): Problem[] => {
    const [entry] = waiting;
    if (entry === undefined) return [];
    const derived = {
      equityCents: current.equityCents + entry.equityDeltaCents,
      reservedCents: current.reservedCents + entry.reservedDeltaCents,
    };
    take(entry);
    if (!waiting.some((other) => isSame(getBalancesBefore(other), current))) current = derived;
    takeFitting();
    return [
      ...checkEqual(`ledger ${entry.key}: equity after`, entry.equityAfterCents, derived.equityCents),
      ...checkEqual(`ledger ${entry.key}: reserved after`, entry.reservedAfterCents, derived.reservedCents),
    ];
  };

  return {
    add: (entry) => {
      waiting.push(entry);
      takeFitting();
      return waiting.length > OUT_OF_ORDER_LIMIT ? takeMisfit() : [];
    },
    end: () => {
      const problems: Problem[] = [];
      while (waiting.length > 0) problems.push(...takeMisfit());
      return { ...current, problems };
    },
  };
}

function getBalancesAfter({ equityAfterCents, reservedAfterCents }: LedgerEntry): Balances {
  return { equityCents: equityAfterCents, reservedCents: reservedAfterCents };
}

function getBalancesBefore(entry: LedgerEntry): Balances {
  return {
    equityCents: entry.equityAfterCents - entry.equityDeltaCents,
    reservedCents: entry.reservedAfterCents - entry.reservedDeltaCents,
  };
}

function isSame(a: Balances, b: Balances): boolean {
  return a.equityCents === b.equityCents && a.reservedCents === b.reservedCents;
}
