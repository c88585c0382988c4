import { isDeepStrictEqual } from 'node:util';
import type { Bet } from '@coliseum/domain/bet';
import { buildDayRecord, type BetToRecord, type EventToRecord } from '@coliseum/domain/build-day-record';
import type { Candidate, CandidateList } from '@coliseum/domain/candidate-list';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { DayRecord } from '@coliseum/domain/day-record';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { Problem } from './problems.ts';

/** Checks the record of each match day against what it is derived from. */
export type RecordCheck = {
  readonly addEvent: (event: ArenaEvent) => void;
  readonly addBatch: (batch: DailyBatch) => void;
  readonly addCandidates: (list: CandidateList) => void;
  readonly addBet: (bet: Bet) => void;
  /** Expects everything else first. */
  readonly addRecord: (record: DayRecord) => Problem[];
  readonly end: () => Problem[];
};

type KeptEvent = EventToRecord & Pick<ArenaEvent, 'matchNumber'>;
type KeptBet = BetToRecord & Pick<Bet, 'eventId'>;

/** Keeps what the records are made of, without the texts. */
export function createRecordCheck(): RecordCheck {
  const batches = new Map<string, DailyBatch>();
  const events = new Map<string, KeptEvent[]>();
  const bets = new Map<string, KeptBet[]>();
  const candidates = new Map<string, Candidate[]>();
  return {
    addEvent: (event) => append(events, event.batchId, keepEvent(event)),
    addBatch: (batch) => void batches.set(batch.date, batch),
    addCandidates: ({ date, candidates: listed }) =>
      void candidates.set(
        date,
        listed.filter(({ status }) => status !== 'filtered'),
      ),
    addBet: (bet) => append(bets, bet.batchId, keepBet(bet)),
    addRecord: (record) => {
      const batch = batches.get(record.date);
      batches.delete(record.date);
      if (batch === undefined) return [`match day ${record.date} has a record, but was not played`];
      const listed = candidates.get(batch.date);
      const derived = buildDayRecord({
        batch,
        events: (events.get(batch.id) ?? []).toSorted((a, b) => a.matchNumber - b.matchNumber),
        bets: bets.get(batch.id) ?? [],
        candidates: listed === undefined ? null : { candidates: listed },
      });
      return describeDifferences(record, derived);
    },
    end: () => [...batches.keys()].toSorted().map((date) => `match day ${date} has no record`),
  };
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function keepEvent({
  id,
  matchNumber,
  kalshiTicker,
  category,
  lockedPrice,
  closeTime,
  outcome,
  settlementValue,
  settledAt,
  amendments,
}: ArenaEvent): KeptEvent {
  const ended = { outcome, settlementValue, settledAt, amendments };
  return { id, matchNumber, kalshiTicker, category, lockedPrice, closeTime, ...ended };
}

function keepBet(bet: Bet): KeptBet {
  const { eventId, agentId, probability, decision, abstainReason, amountWageredCents, pnlCents, feeCents } = bet;
  return { eventId, agentId, probability, decision, abstainReason, amountWageredCents, pnlCents, feeCents };
}

/** One problem for each event that differs, as most differences lie in one. */
function describeDifferences(record: DayRecord, derived: DayRecord): Problem[] {
  if (isDeepStrictEqual(record, derived)) return [];
  const name = `match day ${record.date}: its record`;
  const differing = derived.events.filter((event, index) => !isDeepStrictEqual(event, record.events[index]));
  return differing.length === 0
    ? [`${name} differs from its batch, events or candidates`]
    : differing.map(({ ticker }) => `${name} of ${ticker} differs from the event and its bets`);
}
