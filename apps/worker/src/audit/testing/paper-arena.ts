import type { Agent } from '@coliseum/domain/agent';
import type { PnlExtremes } from '@coliseum/domain/amend-agent-bet';
import { isStakedBet, type Bet } from '@coliseum/domain/bet';
import { buildDayRecord } from '@coliseum/domain/build-day-record';
import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { DayRecord, RecordedEvent } from '@coliseum/domain/day-record';
import type { ArenaEvent } from '@coliseum/domain/event';
import { buildLedgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { addDays } from '@coliseum/domain/match-date';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { PersonaWeek } from '@coliseum/domain/persona';
import type { Receipt } from '@coliseum/domain/receipt';
import { settleAgentBet } from '@coliseum/domain/testing/settle-agent-bet';
import type { Settlement } from '@coliseum/payout/settle-bet';
import { toReceipt } from '@coliseum/receipts/to-receipt';
import { amendBets } from '../../amendments/amend-bets.ts';
import { recordAmendment } from '../../amendments/record-amendment.ts';
import { toAmendedEvent } from '../../amendments/to-amended-event.ts';
import { placeBets, toEvents } from '../../pipeline/commit/day-documents.ts';
import { recordSettlement } from '../../settlement/record-settlement.ts';
import { settleAbstentions, settleBets } from '../../settlement/settle-bets.ts';
import { toSettledEvent } from '../../settlement/to-settled-event.ts';
import { makeDecidedDay, type DayAnswers } from '../../testing/decided-day.ts';
import { LOCKED_AT, createIds, toId, makeAgent } from '../../testing/fixtures.ts';

/** Everything the audit reads, in arrays. */
export type PaperBooks = {
  agents: Agent[];
  batches: DailyBatch[];
  events: ArenaEvent[];
  bets: Bet[];
  ledger: LedgerEntry[];
  receipts: Receipt[];
  candidateLists: CandidateList[];
  paidCalls: PaidCall[];
  personas: PersonaWeek[];
  dayRecords: DayRecord[];
};

/** An arena without a database, whose days, settlements and amendments are computed by the worker's own code. */
export type PaperArena = {
  readonly books: PaperBooks;
  readonly commit: (answers: DayAnswers, feeRule: Bet['feeRule'], personaCapPercent?: number) => void;
  /** Settles the event with this number, or amends it if it is settled. Does nothing when there are no events. */
  readonly postOutcome: (eventNumber: number, settlement: Settlement) => void;
};

const AGENTS = 3;

/** Creates a paper arena with three agents and no match days. */
export function createPaperArena(): PaperArena {
  const newId = createIds();
  let hours = 0;
  const nextHour = (): Date => new Date(LOCKED_AT.getTime() + (hours += 1) * 3_600_000);
  const agents = Array.from({ length: AGENTS }, (_, index) =>
    makeAgent({ id: toId(1 + index), name: `Agent ${index}`, modelSlug: `lab/model-${index}`, rosterOrder: index + 1 }),
  );
  const ledger = agents.map((agent) => buildOpeningEntry(agent, newId()));
  const books: PaperBooks = {
    agents,
    ledger,
    batches: [],
    events: [],
    bets: [],
    receipts: [],
    candidateLists: [],
    paidCalls: [],
    personas: [],
    dayRecords: [],
  };

  return {
    books,
    commit: (answers, feeRule, cap) => {
      const personaCapPercent = cap ?? null;
      const at = nextHour();
      const date = addDays('2026-03-02', books.batches.length);
      const batchId = newId();
      const day = makeDecidedDay({ date, at, answers, agents: books.agents, newId });
      const context = { batchId, at, feeRule, personaCapPercent, newId };
      const events = toEvents(context, day);
      const days = books.agents.map((agent) => placeBets(context, day, agent));
      const bets = days.flatMap((agentDay) => agentDay.bets);
      const eventIds = events.map(({ id }) => id);
      const batch = makeBatch({ id: batchId, date, at, feeRule, personaCapPercent, eventIds });
      const previous = books.receipts.at(-1) ?? null;
      const content = { batch, persona: null, events, bets, agents: books.agents, timesPlayed: 1, droppedCalls: [] };
      books.receipts.push(toReceipt({ id: newId(), content, previous, at }));
      books.batches.push(batch);
      books.events.push(...events);
      books.bets.push(...bets);
      books.dayRecords.push(buildDayRecord({ batch, events, bets, candidates: null }));
      books.ledger.push(...days.flatMap(({ entries }) => entries));
      books.agents = days.map(({ agent }) => agent);
    },
    postOutcome: (eventNumber, settlement) => {
      const event = books.events[eventNumber % Math.max(1, books.events.length)];
      if (event === undefined) return;
      const at = nextHour();
      if (event.status === 'settled') amend(books, event, { settlement, at, newId });
      else settle(books, event, { settlement, at, newId });
    },
  };
}

type OutcomePosting = { readonly settlement: Settlement; readonly at: Date; readonly newId: () => string };

function settle(books: PaperBooks, event: ArenaEvent, { settlement, at, newId }: OutcomePosting): void {
  const answers = books.bets.filter(({ eventId }) => eventId === event.id);
  const bets = answers.filter(isStakedBet);
  const result = settleBets({ bets, accounts: books.agents, settlement, at, newId });
  const settlements = [...result.bets, ...settleAbstentions(answers, at)];
  const ends = new Map(settlements.map((end) => [end.id, end]));
  for (const bet of bets) {
    const end = ends.get(bet.id);
    if (end === undefined || end.outcome === 'ABSTAIN') continue;
    const stake = { pnlCents: end.pnlCents, result: end.outcome, at };
    books.agents = books.agents.map((agent) => (agent.id === bet.agentId ? settleAgentBet(agent, bet, stake) : agent));
  }
  books.bets = books.bets.map((bet) => ({
    ...bet,
    ...ends.get(bet.id),
    ...(ends.has(bet.id) && { status: 'settled' }),
  }));
  books.ledger.push(...result.entries);
  const after = toSettledEvent(event, settlement, at);
  books.events = books.events.map((other) => (other.id === event.id ? after : other));
  replaceRecorded(books, recordSettlement(after, answers, settlements));
}

function amend(books: PaperBooks, event: ArenaEvent, { settlement, at, newId }: OutcomePosting): void {
  const after = toAmendedEvent(event, settlement, at);
  if (after === null) return;
  const answers = books.bets.filter(({ eventId }) => eventId === event.id);
  const bets = answers.filter(isStakedBet);
  const getOtherExtremes = (agentId: string): PnlExtremes => {
    const otherBets = books.bets.filter((bet) => bet.agentId === agentId && bet.eventId !== event.id);
    const results = otherBets.map(({ pnlCents }) => pnlCents ?? 0);
    return { largestWinCents: Math.max(0, ...results), largestLossCents: Math.min(0, ...results) };
  };
  const amendment = after.amendments.length;
  const result = amendBets({ bets, agents: books.agents, settlement, amendment, getOtherExtremes, at, newId });
  const changed = new Map([...result.bets, ...result.agents].map((model) => [model.id, model]));
  books.bets = result.bets.reduce((all, bet) => all.map((other) => (other.id === bet.id ? bet : other)), books.bets);
  books.agents = books.agents.map((agent) => (changed.has(agent.id) ? findReplacement(result.agents, agent) : agent));
  books.ledger.push(...result.entries);
  books.events = books.events.map((other) => (other.id === event.id ? after : other));
  replaceRecorded(books, recordAmendment(after, answers, result.bets));
}

function replaceRecorded(books: PaperBooks, event: RecordedEvent): void {
  books.dayRecords = books.dayRecords.map((record) => ({
    ...record,
    events: record.events.map((other) => (other.eventId === event.eventId ? event : other)),
  }));
}

function findReplacement(agents: readonly Agent[], agent: Agent): Agent {
  return agents.find(({ id }) => id === agent.id) ?? agent;
}

type BatchFields = Pick<DailyBatch, 'id' | 'date' | 'feeRule' | 'personaCapPercent' | 'eventIds'> & {
  readonly at: Date;
};

function makeBatch({ at, ...fields }: BatchFields): DailyBatch {
  return {
    ...fields,
    triggerTime: at,
    lockedAt: at,
    status: 'completed',
    weekNumber: 1,
    personaName: 'Nobody',
    costMicroDollars: 0,
    createdAt: at,
    completedAt: at,
  };
}

function buildOpeningEntry(agent: Agent, id: string): LedgerEntry {
  return {
    id,
    key: buildLedgerKey('opening', agent.id),
    kind: 'opening',
    agentId: agent.id,
    betId: null,
    eventId: null,
    batchId: null,
    equityDeltaCents: agent.startingBankrollCents,
    reservedDeltaCents: 0,
    equityAfterCents: agent.startingBankrollCents,
    reservedAfterCents: 0,
    occurredAt: agent.createdAt,
  };
}
