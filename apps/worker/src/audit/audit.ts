import type { Agent, AgentStats } from '@coliseum/domain/agent';
import { isStakedBet, type Bet } from '@coliseum/domain/bet';
import { buildLedgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { EMPTY_STATS } from '@coliseum/domain/statistics';
import type { AuditReads } from './audit-reads.ts';
import { toAuditedEvent, checkEvent, type AuditedEvent } from './audited-event.ts';
import { deriveBet } from './check-bet.ts';
import { createDayCheck } from './check-days.ts';
import { checkEntry } from './check-entry.ts';
import { createHistoryCheck } from './check-history.ts';
import { createRecordCheck, type RecordCheck } from './check-records.ts';
import { checkStake } from './check-stake.ts';
import { checkAgent, countBet } from './derive-agent.ts';
import { createLedgerTrail, type LedgerTrail } from './ledger-trail.ts';
import type { AuditReport, Problem } from './problems.ts';

type AuditState = {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly trails: ReadonlyMap<string, LedgerTrail>;
  readonly stats: Map<string, AgentStats>;
  readonly events: ReadonlyMap<string, AuditedEvent>;
  /** The persona's cap of each match day, by batch. */
  readonly personaCaps: ReadonlyMap<string, number | null>;
  /** Entries not matched to a bet yet, by key. */
  readonly unclaimed: Map<string, LedgerEntry>;
  readonly problems: Problem[];
};

/**
 * Recomputes every balance from the ledger, every ledger entry from its bet and the outcomes of its event, every stake
 * from what was asked for and the caps, and every statistic from the bets. Also checks that match days, candidate lists, receipts and paid calls match, and that each day's record is the one they give. Reads
 * everything once and writes nothing. `onProgress` gets the number of documents read.
 */
export async function audit(database: AuditReads, onProgress: (read: number) => void): Promise<AuditReport> {
  const agents = await database.agents.list();
  const problems: Problem[] = [];
  const records = createRecordCheck();
  const { events, personaCaps } = await readDays(database, records, problems);
  const state: AuditState = {
    agents: new Map(agents.map((agent) => [agent.id, agent])),
    trails: new Map(agents.map(({ id }) => [id, createLedgerTrail()])),
    stats: new Map(agents.map(({ id }) => [id, EMPTY_STATS])),
    events,
    personaCaps,
    unclaimed: new Map(),
    problems,
  };
  const checked = { agents: agents.length, events: events.size, bets: 0, ledgerEntries: 0 };
  for await (const entry of database.ledger.stream()) {
    addLedgerEntry(state, entry);
    checked.ledgerEntries += 1;
    onProgress(checked.ledgerEntries);
  }
  const history = createHistoryCheck(agents);
  for await (const bet of database.bets.stream()) {
    addBet(state, bet);
    problems.push(...history.add(bet));
    records.addBet(bet);
    checked.bets += 1;
    onProgress(checked.ledgerEntries + checked.bets);
  }
  for (const key of state.unclaimed.keys()) problems.push(`ledger ${key} belongs to no bet`);
  for (const agent of agents) problems.push(...closeAgent(state, agent));
  problems.push(...history.end());
  for await (const record of database.dayRecords.stream()) problems.push(...records.addRecord(record));
  problems.push(...records.end());
  return { ok: problems.length === 0, checked, problems };
}

/** Checks the match days. Returns what checking the bets needs of them. */
async function readDays(
  database: AuditReads,
  records: RecordCheck,
  problems: Problem[],
): Promise<Pick<AuditState, 'events' | 'personaCaps'>> {
  const events = new Map<string, AuditedEvent>();
  const personaCaps = new Map<string, number | null>();
  const days = createDayCheck(await database.personas.list());
  for await (const event of database.events.stream()) {
    events.set(event.id, toAuditedEvent(event));
    days.addEvent(event);
    records.addEvent(event);
    problems.push(...checkEvent(event));
  }
  for await (const batch of database.batches.stream()) {
    personaCaps.set(batch.id, batch.personaCapPercent);
    problems.push(...days.addBatch(batch));
    records.addBatch(batch);
  }
  for await (const list of database.candidateLists.stream()) {
    problems.push(...days.addCandidates(list));
    records.addCandidates(list);
  }
  for await (const { date } of database.receipts.stream()) days.addReceipt(date);
  for await (const call of database.paidCalls.stream()) days.addCall(call);
  problems.push(...days.end());
  return { events, personaCaps };
}

function addLedgerEntry({ trails, agents, unclaimed, problems }: AuditState, entry: LedgerEntry): void {
  const trail = trails.get(entry.agentId);
  if (trail === undefined) {
    problems.push(`ledger ${entry.key} is about an agent that does not exist`);
    return;
  }
  problems.push(...trail.add(entry));
  if (entry.kind === 'opening') {
    if (!isOpeningEntry(agents.get(entry.agentId), entry)) {
      problems.push(`ledger ${entry.key} does not match its agent's opening balance`);
    }
    return;
  }
  if (unclaimed.has(entry.key)) problems.push(`ledger ${entry.key} exists twice`);
  unclaimed.set(entry.key, entry);
}

function isOpeningEntry(agent: Agent | undefined, entry: LedgerEntry): boolean {
  return (
    agent !== undefined &&
    entry.key === buildLedgerKey('opening', agent.id) &&
    entry.equityDeltaCents === agent.startingBankrollCents &&
    entry.reservedDeltaCents === 0
  );
}

function addBet({ events, personaCaps, stats, unclaimed, problems }: AuditState, bet: Bet): void {
  const event = events.get(bet.eventId);
  const before = stats.get(bet.agentId);
  if (event === undefined || before === undefined) {
    problems.push(`bet ${bet.id} refers to an ${event === undefined ? 'event' : 'agent'} that does not exist`);
    return;
  }
  stats.set(bet.agentId, countBet(before, bet));
  const derived = deriveBet(bet, event);
  problems.push(...derived.problems);
  const reservation = unclaimed.get(buildLedgerKey('reserve', bet.id));
  if (derived.entries.length > 0 && reservation !== undefined && isStakedBet(bet)) {
    problems.push(...checkStake(bet, reservation, personaCaps.get(bet.batchId) ?? null));
  }
  for (const expected of derived.entries) {
    const key = buildLedgerKey(expected.kind, bet.id, expected.amendment);
    problems.push(...checkEntry(bet, expected, unclaimed.get(key)));
    unclaimed.delete(key);
  }
}

function closeAgent({ trails, stats }: AuditState, agent: Agent): Problem[] {
  const end = trails.get(agent.id)?.end() ?? { equityCents: 0, reservedCents: 0, problems: [] };
  return [...end.problems, ...checkAgent(agent, { ...end, stats: stats.get(agent.id) ?? EMPTY_STATS })];
}
