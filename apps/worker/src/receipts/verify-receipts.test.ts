import { toRecord } from '@coliseum/domain/to-record';
import { BET_FIELDS, DROPPED_CALL_FIELDS, EVENT_FIELDS } from '@coliseum/receipts/batch-content';
import { toCanonicalJson } from '@coliseum/receipts/canonical-json';
import { sampleChain, type Chain } from '@coliseum/receipts/testing/arbitrary-chain';
import { hashLink } from '@coliseum/receipts/to-receipt';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChainReads } from '../testing/create-chain-reads.ts';
import { verifyReceipts, type VerifyReport } from './verify-receipts.ts';

async function verify(chain: Chain): Promise<VerifyReport> {
  return await verifyReceipts(createChainReads(chain), () => {});
}

test('an untouched chain is valid up to its head', async () => {
  const chain = sampleChain(1);
  expect(await verify(chain)).toEqual({
    ok: true,
    verified: 3,
    earlierDays: 0,
    head: { sequence: 3, date: '2026-03-03', sha256: chain.receipts[2]?.sha256 },
    broken: null,
  });
});

/** Makes one change to a chain. `from` is another chain that provides foreign values. */
type Tampering = (chain: Chain, from: Chain, at: number) => Chain;

const RECEIPT_FIELDS = [
  'date',
  'batchId',
  'format',
  'sequence',
  'contentSha256',
  'previousSha256',
  'sha256',
  'createdAt',
] as const;

function setField<T extends object>(items: readonly T[], from: readonly T[], at: number, key: keyof T): T[] {
  const index = at % items.length;
  return items.map((item, place) => {
    const source = from[(index + 1) % from.length];
    return place === index && source !== undefined ? { ...item, [key]: source[key] } : item;
  });
}

function removeAt<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, index) => index !== at % items.length);
}

const tamperings: readonly Tampering[] = [
  ...EVENT_FIELDS.map((key): Tampering => (chain, from, at) => {
    return { ...chain, events: setField(chain.events, from.events, at, key) };
  }),
  ...BET_FIELDS.map((key): Tampering => (chain, from, at) => {
    return { ...chain, bets: setField(chain.bets, from.bets, at, key) };
  }),
  ...RECEIPT_FIELDS.map((key): Tampering => (chain, from, at) => {
    return { ...chain, receipts: setField(chain.receipts, from.receipts, at, key) };
  }),
  ...(['date', 'lockedAt', 'feeRule', 'weekNumber'] as const).map((key): Tampering => (chain, from, at) => {
    return { ...chain, batches: setField(chain.batches, from.batches, at, key) };
  }),
  ...(['personaName', 'config'] as const).map((key): Tampering => (chain, from, at) => {
    return { ...chain, personas: setField(chain.personas, from.personas, at, key) };
  }),
  ...(['name', 'modelSlug'] as const).map((key): Tampering => (chain, from, at) => {
    return { ...chain, agents: setField(chain.agents, from.agents, at, key) };
  }),
  ...(['eventId', 'agentId', 'batchId'] as const).map((key): Tampering => (chain, from, at) => {
    return { ...chain, bets: setField(chain.bets, from.bets, at, key) };
  }),
  (chain, from) => ({ ...chain, runs: setField(chain.runs, from.runs, 1, 'timesPlayed') }),
  ...DROPPED_CALL_FIELDS.map((key): Tampering => (chain, from) => {
    return { ...chain, droppedCalls: setField(chain.droppedCalls, from.droppedCalls, 2, key) };
  }),
  (chain) => ({ ...chain, droppedCalls: removeAt(chain.droppedCalls, 2) }),
  (chain, _, at) => ({ ...chain, receipts: removeAt(chain.receipts, at) }),
  (chain, _, at) => ({ ...chain, events: removeAt(chain.events, at) }),
  (chain, _, at) => ({ ...chain, bets: removeAt(chain.bets, at) }),
  (chain, _, at) => ({ ...chain, batches: removeAt(chain.batches, at) }),
  (chain, _, at) => ({ ...chain, personas: removeAt(chain.personas, at) }),
  (chain) => ({
    ...chain,
    receipts: chain.receipts.map((receipt) => ({ ...receipt, sequence: 4 - receipt.sequence })),
  }),
];

test('any single change to covered content, to a receipt or to the order is detected', async () => {
  const anyTampering = fc.tuple(fc.nat(200), fc.nat(200), fc.nat(20), fc.constantFrom(...tamperings));
  await fc.assert(
    fc.asyncProperty(anyTampering, async ([seed, otherSeed, at, tamper]) => {
      const chain = sampleChain(seed);
      const changed = tamper(chain, sampleChain(otherSeed + 1000), at);
      fc.pre(toCanonicalJson(toRecord(changed)) !== toCanonicalJson(toRecord(chain)));
      expect(await verify(changed)).toMatchObject({ ok: false, broken: { kind: expect.any(String) } });
    }),
    { numRuns: 300 },
  );
});

test('the first broken link is reported', async () => {
  const chain = sampleChain(2);
  const events = chain.events.map((event) =>
    event.kalshiTicker === 'KX-2-1' ? { ...event, lockedPrice: '0.123456' } : event,
  );
  expect(await verify({ ...chain, events })).toMatchObject({
    ok: false,
    verified: 1,
    head: { sequence: 1 },
    broken: { kind: 'content_changed', date: '2026-03-02', sequence: 2 },
  });
});

test('a deleted receipt is reported as a gap, or as a day without a receipt at the end of the chain', async () => {
  const chain = sampleChain(5);
  expect(await verify({ ...chain, receipts: removeAt(chain.receipts, 1) })).toMatchObject({
    broken: { kind: 'receipt_missing', date: null, sequence: 2 },
  });
  expect(await verify({ ...chain, receipts: removeAt(chain.receipts, 2) })).toMatchObject({
    broken: { kind: 'receipt_missing', date: '2026-03-03', sequence: null },
  });
  expect(await verify({ ...chain, batches: removeAt(chain.batches, 0) })).toMatchObject({
    broken: { kind: 'batch_missing', date: '2026-03-01', sequence: 1 },
  });
});

test('an unknown format is reported as unknown, not as a broken link', async () => {
  const chain = sampleChain(6);
  const receipts = chain.receipts.map((receipt) => {
    const strange = { ...receipt, format: 'coliseum-receipt/9' };
    return receipt.sequence === 3 ? { ...strange, sha256: hashLink(strange) } : receipt;
  });
  expect(await verify({ ...chain, receipts })).toMatchObject({
    verified: 2,
    broken: { kind: 'format_unknown', sequence: 3 },
  });
});

test('days before the first receipt are counted and are not a failure', async () => {
  const chain = sampleChain(7);
  const batch = chain.batches[0];
  if (batch === undefined) throw new Error('no day');
  const older = { ...batch, id: 'f'.repeat(24), date: '2026-02-28' };
  expect(await verify({ ...chain, batches: [...chain.batches, older] })).toMatchObject({ ok: true, earlierDays: 1 });
  expect(await verify({ ...chain, receipts: [] })).toMatchObject({ ok: true, verified: 0, earlierDays: 3, head: null });
});

test('a receipt that goes back to a format that covers less is reported', async () => {
  const chain = sampleChain(8);
  const receipts = chain.receipts.map((receipt) => {
    const older = { ...receipt, format: 'coliseum-receipt/1' };
    return receipt.sequence === 3 ? { ...older, sha256: hashLink(older) } : receipt;
  });
  expect(await verify({ ...chain, receipts })).toMatchObject({
    verified: 2,
    broken: { kind: 'format_older', sequence: 3 },
  });
});
