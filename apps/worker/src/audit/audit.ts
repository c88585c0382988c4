import type { Database } from '@coliseum/db/database';
import type { Bet } from '@coliseum/domain/bet';
import { ledgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { auditedPart, checkReserve, checkSettlement, type AuditedEvent } from './check-entry.ts';
import { NEW_AGENT, addBet, addEntry, checkAgent, type DerivedAgent } from './derive-agent.ts';
import type { AuditReport, Problem } from './problems.ts';

type Books = {
  readonly derived: Map<string, DerivedAgent>;
  /** Entries no bet has accounted for yet, by key. */
  readonly unclaimed: Map<string, LedgerEntry>;
  readonly problems: Problem[];
};

/**
 * Derives every balance again from the ledger, every ledger entry again from its bet, and every statistic again from
 * the bets. Reads everything once; changes nothing. `onProgress` is told how many documents have been read.
 */
export async function audit(database: Database, onProgress: (read: number) => void): Promise<AuditReport> {
  const books: Books = { derived: new Map(), unclaimed: new Map(), problems: [] };
  const agents = await database.agents.list();
  for (const agent of agents) books.derived.set(agent.id, NEW_AGENT);
  const checked = { agents: agents.length, events: 0, bets: 0, ledgerEntries: 0 };
  for await (const entry of database.ledger.stream()) {
    addLedgerEntry(entry, books);
    checked.ledgerEntries += 1;
    onProgress(checked.ledgerEntries);
  }
  const events = new Map<string, AuditedEvent>();
  for await (const event of database.events.stream()) events.set(event.id, auditedPart(event));
  checked.events = events.size;
  for await (const bet of database.bets.stream()) {
    checkBet(bet, events.get(bet.eventId), books);
    checked.bets += 1;
    onProgress(checked.ledgerEntries + checked.bets);
  }
  books.problems.push(...strayEntries(books.unclaimed));
  for (const agent of agents) books.problems.push(...checkAgent(agent, books.derived.get(agent.id) ?? NEW_AGENT));
  return { ok: books.problems.length === 0, checked, problems: books.problems };
}

function addLedgerEntry(entry: LedgerEntry, books: Books): void {
  const before = books.derived.get(entry.agentId);
  if (before === undefined) {
    books.problems.push(`ledger ${entry.key} is about an agent that does not exist`);
    return;
  }
  const { derived, problems } = addEntry(before, entry);
  books.derived.set(entry.agentId, derived);
  books.problems.push(...problems);
  if (entry.kind === 'opening') return;
  if (books.unclaimed.has(entry.key)) books.problems.push(`ledger ${entry.key} is there twice`);
  books.unclaimed.set(entry.key, entry);
}

function checkBet(bet: Bet, event: AuditedEvent | undefined, books: Books): void {
  const derived = books.derived.get(bet.agentId);
  if (event === undefined || derived === undefined) {
    books.problems.push(`bet ${bet.id} refers to an ${event === undefined ? 'event' : 'agent'} that does not exist`);
    return;
  }
  books.derived.set(bet.agentId, addBet(derived, bet));
  books.problems.push(
    ...checkReserve(bet, claim('reserve', bet, books)),
    ...checkSettlement(bet, event, claim('settlement', bet, books)),
  );
}

/** Takes a bet's entry off the list of those that no bet has accounted for yet. */
function claim(kind: 'reserve' | 'settlement', bet: Bet, books: Books): LedgerEntry | undefined {
  const key = ledgerKey(kind, bet.id);
  const entry = books.unclaimed.get(key);
  books.unclaimed.delete(key);
  if (entry !== undefined && entry.agentId !== bet.agentId) {
    books.problems.push(`ledger ${key} is another agent's than its bet`);
  }
  return entry;
}

function strayEntries(unclaimed: ReadonlyMap<string, LedgerEntry>): Problem[] {
  return [...unclaimed.keys()].map((key) => `ledger ${key} belongs to no bet`);
}
