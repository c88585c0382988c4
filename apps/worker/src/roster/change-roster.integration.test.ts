import { AGENT_COUNT, MATCHES_PER_DAY, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../audit/audit.ts';
import { runDay } from '../pipeline/run-day.ts';
import { verifyReceipts } from '../receipts/verify-receipts.ts';
import { settleDue } from '../settlement/settle-due.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { changeRoster, type RosterChange, type RosterRequest } from './change-roster.ts';

const OLD_MODEL = 'openai/gpt-6.1-sol';
const SUCCESSOR = { slug: 'openai/gpt-6.1-terra', name: 'GPT-6.1 Terra' };
const REPLACE: RosterRequest = { kind: 'replace', agent: OLD_MODEL, model: SUCCESSOR };

let arena: TestArena;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

async function playDay(date: string): Promise<void> {
  arena.moveTo(new Date(`${date}T14:00:00Z`));
  await runDay(arena.context, date);
}

async function change(request: RosterRequest, isConfirmed = true): Promise<RosterChange> {
  return await changeRoster(arena.database, request, { now: arena.clock.now(), isConfirmed });
}

/** How many answers each model gave on a day. */
async function countAnswers(date: string): Promise<Record<string, number>> {
  const batch = await arena.database.batches.findByDate(date);
  const bets = await arena.database.bets.listByBatch(batch?.id ?? '');
  const agents = await arena.database.agents.list();
  return Object.fromEntries(
    agents.map(({ id, modelSlug }) => [modelSlug, bets.filter(({ agentId }) => agentId === id).length]),
  );
}

test('a replaced agent plays the day that has begun, and its successor the next, with books and receipts that hold', async () => {
  await playDay('2026-03-02');
  const before = await arena.database.agents.list();
  const { revision } = await arena.database.arenaState.get();
  await change(REPLACE, false);
  expect(await arena.database.agents.list()).toEqual(before);

  const { after, successor } = await change(REPLACE);
  expect((await arena.database.arenaState.get()).revision).toBe(revision + 1);
  expect(after).toMatchObject({ modelSlug: OLD_MODEL, until: '2026-03-02' });
  expect(successor).toMatchObject({
    name: SUCCESSOR.name,
    family: 'gpt',
    avatarInitials: 'GP',
    displayColor: after.displayColor,
    from: '2026-03-03',
    until: null,
    founding: false,
    currentBankrollCents: STARTING_BANKROLL_CENTS,
  });
  await playDay('2026-03-03');
  expect(await countAnswers('2026-03-02')).toMatchObject({ [OLD_MODEL]: MATCHES_PER_DAY, [SUCCESSOR.slug]: 0 });
  const second = await countAnswers('2026-03-03');
  expect(second).toMatchObject({ [OLD_MODEL]: 0, [SUCCESSOR.slug]: MATCHES_PER_DAY });
  expect(Object.values(second).reduce((sum, count) => sum + count)).toBe(AGENT_COUNT * MATCHES_PER_DAY);
  const prompts = (await arena.database.bets.listByBatch((await arena.database.batches.findLatest())?.id ?? ''))
    .filter(({ agentId }) => agentId === successor?.id)
    .map(({ promptSystem }) => promptSystem);
  for (const prompt of prompts) expect(prompt).toContain(`You are ${SUCCESSOR.name} (${SUCCESSOR.slug})`);

  arena.moveTo(new Date('2026-03-20T00:00:00Z'));
  await settleDue(arena.context, () => {});
  const old = (await arena.database.agents.list()).find(({ modelSlug }) => modelSlug === OLD_MODEL);
  expect(old).toMatchObject({ reservedCents: 0, until: '2026-03-02' });
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
  expect(await verifyReceipts(arena.database, () => {})).toMatchObject({ ok: true, verified: 2 });
});

test('a change that cannot be made is refused with its reason, and changes nothing', async () => {
  const before = await arena.database.agents.list();
  const refusals: (readonly [RosterRequest, RegExp])[] = [
    [REPLACE, /gpt-6\.1-terra plays or has played as GPT-6\.1 Terra/],
    [{ ...REPLACE, model: { slug: 'lab/new', name: 'grok 4.7' } }, /x-ai\/grok-4\.7 plays or has played as Grok 4\.7/],
    [{ ...REPLACE, model: { slug: 'lab/new', name: null } }, /has a successor, GPT-6\.1 Terra/],
    [{ kind: 'retire', agent: OLD_MODEL }, /its last day is 2026-03-02/],
    [{ kind: 'retire', agent: 'Nobody' }, /no agent "Nobody"/],
    [{ kind: 'rename', agent: 'Grok 4.7', name: 'Grok' }, /receipts of its match days cover its name/],
  ];
  for (const [request, reason] of refusals) {
    const refused = change(request);
    await expect(refused).rejects.toSatisfy((error) => isAppError(error, 'ARGUMENT_INVALID'));
    await expect(refused).rejects.toThrow(reason);
  }
  expect(await arena.database.agents.list()).toEqual(before);
});

test('a retired agent is not asked, its place can be taken later, and an agent without an answer can be renamed', async () => {
  arena.moveTo(new Date('2026-03-20T09:00:00Z'));
  expect((await change({ kind: 'retire', agent: 'Qwen3.8 Max Prime' })).after.until).toBe('2026-03-19');
  await playDay('2026-03-20');
  expect(await countAnswers('2026-03-20')).toMatchObject({ 'qwen/qwen3.8-max-prime': 0, [SUCCESSOR.slug]: 5 });

  const model = { slug: 'qwen/qwen-next', name: null };
  const { after, successor } = await change({ kind: 'replace', agent: 'qwen/qwen3.8-max-prime', model });
  expect([after.until, successor?.from, successor?.name]).toEqual(['2026-03-19', '2026-03-21', 'qwen-next']);
  expect((await change({ kind: 'rename', agent: 'qwen-next', name: 'Qwen Next' })).after.name).toBe('Qwen Next');
  await expect(change({ kind: 'retire', agent: 'Qwen Next' })).rejects.toThrow(/has not played yet/);
});
