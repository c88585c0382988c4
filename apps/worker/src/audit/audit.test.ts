import { anyPersonaWeek } from '@coliseum/db/testing/arbitrary-days';
import { anyPaidCall } from '@coliseum/db/testing/arbitrary-operations';
import { sampleModel } from '@coliseum/db/testing/sample-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditReads } from './audit-reads.ts';
import { audit } from './audit.ts';
import type { AuditReport } from './problems.ts';
import { createPaperArena, type PaperArena, type PaperBooks } from './testing/paper-arena.ts';

async function* streamItems<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

function createReads(books: PaperBooks): AuditReads {
  return {
    agents: { list: async () => books.agents },
    batches: { stream: () => streamItems(books.batches) },
    bets: { stream: () => streamItems(books.bets) },
    candidateLists: { stream: () => streamItems(books.candidateLists) },
    dayRecords: { stream: () => streamItems(books.dayRecords) },
    events: { stream: () => streamItems(books.events) },
    ledger: { stream: () => streamItems(books.ledger) },
    paidCalls: { stream: () => streamItems(books.paidCalls) },
    personas: { list: async () => books.personas },
    receipts: { stream: () => streamItems(books.receipts) },
  };
}

const check = async (books: PaperBooks): Promise<AuditReport> => await audit(createReads(books), () => {});

const anySettlement = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(0, 1_000_000, 500_000, 400_000)
      .map((valueMicros) => ({ kind: 'value', valueMicros }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'void' } as const) },
);
const anyAnswer = fc.record({
  decision: fc.constantFrom('YES', 'NO', 'ABSTAIN'),
  requestedAmountCents: fc.integer({ min: 100, max: 3_000_000 }),
});
const anyFeeRule = fc.constantFrom('gross-7', 'kalshi-quadratic');
const anyStep = fc.oneof(
  fc
    .tuple(
      fc.array(fc.array(anyAnswer, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      anyFeeRule,
      fc.constantFrom(undefined, 4, 10),
    )
    .map(
      ([answers, feeRule, personaCapPercent]) =>
        (arena: PaperArena) =>
          arena.commit(answers, feeRule, personaCapPercent),
    ),
  fc.tuple(fc.nat(11), anySettlement).map(
    ([eventNumber, settlement]) =>
      (arena: PaperArena) =>
        arena.postOutcome(eventNumber, settlement),
  ),
);
const anySeason = fc.array(anyStep, { minLength: 4, maxLength: 25 }).map((steps) => {
  const arena = createPaperArena();
  for (const step of steps) step(arena);
  return arena.books;
});

test('days, settlements and amendments in any order leave the books without problems', async () => {
  await fc.assert(
    fc.asyncProperty(anySeason, async (books) => {
      expect((await check(books)).problems).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

/** Changes one number, outcome or reference. Returns null when the season has nothing to change. */
type Tampering = (books: PaperBooks, at: number) => PaperBooks | null;

function change<Name extends keyof PaperBooks>(
  name: Name,
  alter: (item: PaperBooks[Name][number]) => object,
): Tampering {
  return (books, at) => {
    const items: readonly PaperBooks[Name][number][] = books[name];
    const index = at % Math.max(1, items.length);
    return items.length === 0
      ? null
      : { ...books, [name]: items.map((item, place) => (place === index ? { ...item, ...alter(item) } : item)) };
  };
}

function drop(name: keyof PaperBooks): Tampering {
  return (books, at) => {
    const items = books[name];
    return items.length === 0 ? null : { ...books, [name]: items.filter((_, index) => index !== at % items.length) };
  };
}

const elsewhere = 'f'.repeat(24);
const tamperings: readonly Tampering[] = [
  change('ledger', (entry) => ({ equityDeltaCents: entry.equityDeltaCents + 1 })),
  change('ledger', (entry) => ({ reservedDeltaCents: entry.reservedDeltaCents - 1 })),
  change('ledger', (entry) => ({ equityAfterCents: entry.equityAfterCents - 1 })),
  change('ledger', (entry) => ({ reservedAfterCents: entry.reservedAfterCents + 1 })),
  change('ledger', (entry) => ({ key: `${entry.key}_9` })),
  change('ledger', (entry) => ({ kind: entry.kind === 'reserve' ? 'settlement' : 'reserve' })),
  change('ledger', () => ({ agentId: elsewhere })),
  drop('ledger'),
  change('bets', (bet) => ({ pnlCents: (bet.pnlCents ?? 0) + 1 })),
  change('bets', (bet) => ({ feeCents: (bet.feeCents ?? 0) + 1 })),
  change('bets', (bet) => ({ amountWageredCents: bet.amountWageredCents + 1 })),
  change('bets', (bet) => ({ reservedCents: bet.reservedCents + 1 })),
  change('bets', (bet) => ({ capApplied: bet.capApplied === 'persona' ? null : 'persona' })),
  change('bets', (bet) => ({ outcome: bet.outcome === 'WIN' ? 'LOSS' : 'WIN' })),
  change('bets', (bet) => ({ status: bet.status === 'settled' ? 'pending' : 'settled' })),
  change('bets', () => ({ lockedPriceAtBet: '0.123' })),
  change('bets', () => ({ batchId: elsewhere })),
  change('bets', () => ({ eventId: elsewhere })),
  change('bets', () => ({ agentId: elsewhere })),
  change('bets', (bet) => ({ decision: bet.decision === 'ABSTAIN' ? 'YES' : 'ABSTAIN' })),
  drop('bets'),
  change('events', () => ({ lockedPrice: '0.123' })),
  change('events', (event) => ({ settledAt: new Date((event.settledAt?.getTime() ?? 0) + 1) })),
  change('events', (event) => ({ outcome: event.outcome === 'YES' ? 'NO' : 'YES' })),
  // Not from one fraction to another, because an event without stakes has no entry that shows what it paid.
  change('events', (event) => ({ settlementValue: event.settlementValue === '1.00' ? '0.00' : '1.00' })),
  change('events', (event) => (event.outcome === 'VOID' ? {} : { voidReason: 'Because.', amendments: [] })),
  change('events', () => ({ matchDate: '2001-01-01' })),
  change('events', () => ({ batchId: elsewhere })),
  change('events', (event) => ({ matchNumber: event.matchNumber + 1 })),
  change('events', (event) => ({
    amendments: [...event.amendments, { at: new Date(0), previousOutcome: 'YES', previousValue: '1.00' }],
  })),
  drop('events'),
  change('agents', (agent) => ({ currentBankrollCents: agent.currentBankrollCents - 1 })),
  change('agents', (agent) => ({ reservedCents: agent.reservedCents + 1 })),
  change('agents', (agent) => ({ totalPnlCents: agent.totalPnlCents + 1 })),
  change('agents', (agent) => ({ startingBankrollCents: agent.startingBankrollCents + 1 })),
  change('agents', (agent) => ({ stats: { ...agent.stats, wins: agent.stats.wins + 1 } })),
  change('agents', (agent) => ({ stats: { ...agent.stats, largestLossCents: agent.stats.largestLossCents - 1 } })),
  change('agents', (agent) => ({ history: agent.history.slice(1) })),
  change('agents', (agent) => ({
    history: agent.history.map((entry) => ({ ...entry, pnlCents: entry.pnlCents + 1 })),
  })),
  drop('agents'),
  change('dayRecords', () => ({ personaName: 'Somebody' })),
  change('dayRecords', ({ events }) => ({ events: events.map((event) => ({ ...event, price: '0.123' })) })),
  change('dayRecords', ({ events }) => ({ events: events.map((event) => ({ ...event, settlement: null })) })),
  change('dayRecords', ({ events: [first, ...others] }) => ({
    events: [first && { ...first, answers: first.answers.slice(1) }, ...others],
  })),
  change('dayRecords', () => ({ candidates: [{ ticker: 'KXOTHER', price: '0.5', settlement: null }] })),
  drop('dayRecords'),
  change('batches', () => ({ eventIds: [elsewhere] })),
  drop('batches'),
];

test('a record that differs is reported with its day and market', async () => {
  const arena = createPaperArena();
  const stake = { decision: 'YES', requestedAmountCents: 500_000 } as const;
  arena.commit([[stake, stake, stake]], 'gross-7');
  const { books } = arena;
  const [record] = books.dayRecords;
  const [event] = record?.events ?? [];
  if (record === undefined || event === undefined) throw new Error('no record');
  const changed = { ...event, answers: event.answers.map((answer) => ({ ...answer, probability: '0.999' })) };
  expect((await check({ ...books, dayRecords: [{ ...record, events: [changed] }] })).problems).toEqual([
    `match day 2026-03-02: its record of ${event.ticker} differs from the event and its bets`,
  ]);
  expect((await check({ ...books, dayRecords: [] })).problems).toEqual(['match day 2026-03-02 has no record']);
  const twice = [record, { ...record, date: '2026-03-09' }];
  expect((await check({ ...books, dayRecords: twice })).problems).toEqual([
    'match day 2026-03-09 has a record, but was not played',
  ]);
});

test('any single change to the books is reported', async () => {
  await fc.assert(
    fc.asyncProperty(anySeason, fc.constantFrom(...tamperings), fc.nat(100), async (books, tamper, at) => {
      const changed = tamper(books, at);
      fc.pre(changed !== null && JSON.stringify(changed) !== JSON.stringify(books));
      expect((await check(changed)).ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('entries whose ids are not in posting order are no problem', async () => {
  const arena = createPaperArena();
  const stake = { decision: 'YES', requestedAmountCents: 500_000 } as const;
  arena.commit(
    [
      [stake, stake, stake],
      [stake, stake, stake],
    ],
    'gross-7',
  );
  arena.postOutcome(0, { kind: 'value', valueMicros: 1_000_000 });
  arena.postOutcome(1, { kind: 'value', valueMicros: 0 });
  const [opening, ...rest] = arena.books.ledger;
  if (opening === undefined) throw new Error('no ledger');
  expect(await check({ ...arena.books, ledger: [opening, ...rest.toReversed()] })).toMatchObject({ problems: [] });
});

test("a stake above the persona's cap is reported on the days that had it", async () => {
  const arena = createPaperArena();
  const stake = { decision: 'YES', requestedAmountCents: 900_000 } as const;
  arena.commit([[stake]], 'gross-7');
  arena.commit([[stake]], 'gross-7', 4);
  const uncapped = arena.books.bets.find(({ amountWageredCents }) => amountWageredCents === 900_000);
  const capped = arena.books.bets.find(({ amountWageredCents }) => amountWageredCents === 400_000);
  expect([uncapped?.capApplied, capped?.capApplied]).toEqual([null, 'persona']);
  expect((await check(arena.books)).problems).toEqual([]);
  const batches = arena.books.batches.map((batch) => ({ ...batch, personaCapPercent: 4 }));
  expect((await check({ ...arena.books, batches })).problems).toEqual([
    `bet ${uncapped?.id ?? ''}: stake is 900000, derived 400000`,
    `bet ${uncapped?.id ?? ''}: cap applied is null, derived persona`,
  ]);
});

test('a match day whose persona had another cap is reported', async () => {
  const arena = createPaperArena();
  arena.commit([[]], 'gross-7');
  arena.commit([[]], 'gross-7', 4);
  const week = sampleModel(anyPersonaWeek, { weekNumber: 1 });
  const config = { ...week.config, max_bet_percentage: 4 };
  expect((await check({ ...arena.books, personas: [{ ...week, config }] })).problems).toEqual([]);
  const other = { ...week, config: { ...config, max_bet_percentage: 9 } };
  expect((await check({ ...arena.books, personas: [other] })).problems).toEqual([
    "match day 2026-03-03: the persona's cap is 4, derived 9",
  ]);
});

test('an amended bet without a reversal entry is reported', async () => {
  const arena = createPaperArena();
  arena.commit([[{ decision: 'YES', requestedAmountCents: 500_000 }]], 'gross-7');
  arena.postOutcome(0, { kind: 'value', valueMicros: 1_000_000 });
  arena.postOutcome(0, { kind: 'void' });
  const [bet] = arena.books.bets;
  const key = `reversal_${bet?.id ?? ''}_1`;
  const { problems } = await check({ ...arena.books, ledger: arena.books.ledger.filter((entry) => entry.key !== key) });
  expect(problems).toContain(`bet ${bet?.id ?? ''} has no ledger entry ${key}`);
});

test('a match day that cost more than its calls is reported', async () => {
  const arena = createPaperArena();
  arena.commit([[]], 'gross-7');
  const batches = arena.books.batches.map((batch) => ({ ...batch, costMicroDollars: 500 }));
  const call = sampleModel(anyPaidCall, { date: '2026-03-02', costMicroDollars: 499 });
  expect((await check({ ...arena.books, batches, paidCalls: [call] })).problems).toEqual([
    'match day 2026-03-02 cost 500 micro-dollars, but its calls cost 499',
  ]);
  const failed = { ...call, costMicroDollars: 20, errorCode: 'OPENROUTER_TIMEOUT' };
  expect((await check({ ...arena.books, batches, paidCalls: [call, failed] })).ok).toBe(true);
  expect((await check({ ...arena.books, batches })).ok).toBe(true);
});

test('a missing receipt, a wrong card and a wrong control are reported', async () => {
  const arena = createPaperArena();
  for (let day = 0; day < 3; day += 1) arena.commit([[]], 'gross-7');
  const withoutSecond = arena.books.receipts.filter(({ sequence }) => sequence !== 2);
  expect((await check({ ...arena.books, receipts: withoutSecond })).problems).toEqual([
    'match day 2026-03-03 has no receipt',
  ]);
  const withoutFirst = arena.books.receipts.filter(({ sequence }) => sequence !== 1);
  expect((await check({ ...arena.books, receipts: withoutFirst })).ok).toBe(true);
  const list = { id: elsewhere, date: '2026-03-02', listedAt: new Date(0), candidates: [], drawn: [] };
  expect((await check({ ...arena.books, candidateLists: [list] })).problems).toEqual([
    'match day 2026-03-02: the card of its candidate list differs from its events',
  ]);
  const unplayed = { ...list, date: '2026-04-01', drawn: ['KX-1'] };
  expect((await check({ ...arena.books, candidateLists: [unplayed] })).problems).toEqual([
    'match day 2026-04-01: its control is not the one its date gives by lot',
  ]);
});
