import type { Agent } from '@coliseum/domain/agent';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import { toRecord, type JsonValue } from '@coliseum/domain/to-record';

/** Everything an outcome receipt is computed from. */
export type PostedOutcome = {
  /** As it is after the posting, or later. */
  readonly event: ArenaEvent;
  /** 0 for the settlement or void, n for the n-th amendment. */
  readonly number: number;
  /** The event's ledger entries; those of other postings are left out. */
  readonly entries: readonly LedgerEntry[];
  readonly agents: readonly Pick<Agent, 'id' | 'name' | 'modelSlug' | 'rosterOrder'>[];
};

/** The fields of a ledger entry that a receipt covers: the money that moved, and the balances after it. */
const ENTRY_FIELDS = [
  'kind',
  'equityDeltaCents',
  'reservedDeltaCents',
  'equityAfterCents',
  'reservedAfterCents',
] as const satisfies readonly (keyof LedgerEntry)[];

/**
 * What one posting of an outcome fixed, in the format of `arena export`. Later postings do not change it: the outcomes
 * before are kept in `amendments`, and the ledger is append-only. Entries are in roster order, a reversal first.
 */
export function buildOutcomeContent({ event, number, entries, agents }: PostedOutcome): JsonValue {
  const agentsById = new Map(agents.map((agent) => [agent.id, agent]));
  const posted = entries
    .filter((entry) => entry.kind !== 'reserve' && readPosting(entry) === number)
    .map((entry) => ({ entry, agent: agentsById.get(entry.agentId) ?? null }))
    .toSorted((a, b) => compareRoster(a.agent, b.agent) || a.entry.kind.localeCompare(b.entry.kind, 'en'));
  return toRecord({
    date: event.matchDate,
    matchNumber: event.matchNumber,
    kalshiTicker: event.kalshiTicker,
    number,
    ...findOutcome(event, number),
    voidReason: number === 0 ? event.voidReason : null,
    entries: posted.map(({ entry, agent }) => ({
      agent: agent && { name: agent.name, modelSlug: agent.modelSlug },
      ...Object.fromEntries(ENTRY_FIELDS.map((field) => [field, entry[field]])),
    })),
  });
}

function compareRoster(a: { readonly rosterOrder: number } | null, b: { readonly rosterOrder: number } | null): number {
  return (a?.rosterOrder ?? 0) - (b?.rosterOrder ?? 0);
}

/** The posting that an entry belongs to, from its key: see `buildLedgerKey`. */
function readPosting({ key }: LedgerEntry): number {
  return Number(key.split('_')[2] ?? '0');
}

/** The outcome that the posting with this number set, and when. */
function findOutcome({ outcome, settlementValue, settledAt, amendments }: ArenaEvent, number: number) {
  const next = amendments[number];
  const decidedAt = number === 0 ? settledAt : (amendments[number - 1]?.at ?? null);
  if (next === undefined) return { outcome, settlementValue, decidedAt };
  return { outcome: next.previousOutcome, settlementValue: next.previousValue, decidedAt };
}
