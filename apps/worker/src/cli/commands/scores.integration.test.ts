import { ensurePresent } from '@coliseum/domain/assert';
import { computeSeason } from '@coliseum/scoring/compute-season';
import { toSeason } from '@coliseum/scoring/season-of-records';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../../audit/audit.ts';
import { playSeason } from '../../season/play-season.ts';
import { END_OF_TIME } from '../../season/run-season.ts';
import { startTestArena, type TestArena } from '../../testing/start-test-arena.ts';
import { showScores } from './scores.ts';

const DAYS = 3;

let arena: TestArena;
beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  await playSeason({
    plan: { startDate: '2026-03-02', days: DAYS, until: END_OF_TIME },
    context: arena.context,
    clock: arena.clock,
    moveServicesTo: async (instant) => arena.moveTo(instant),
    onDay: () => {},
  });
}, 120_000);
afterAll(() => arena.close());

const run = (options: Parameters<typeof showScores>[1]) =>
  showScores(
    {
      env: { MONGODB_URL: arena.mongodbUrl, LOG_LEVEL: 'silent' },
      workingDirectory: '/',
      stderr: process.stderr,
      createStopSignal: () => new AbortController().signal,
    },
    options,
  );

test('the money of the scores is that of the books, to the cent', async () => {
  const agents = await arena.database.agents.list();
  const records = await arena.database.dayRecords.list();
  const figures = computeSeason(toSeason({ records, agents, asOf: END_OF_TIME }));
  expect(figures.completeDays).toBe(DAYS);
  for (const { id, currentBankrollCents, stats } of agents) {
    const { money, coverage } = ensurePresent(figures.agents[id], 'figures');
    expect(money.equityCents).toBe(currentBankrollCents);
    expect(money.bets + money.voidBets + money.openBets).toBe(stats.totalBets);
    expect(coverage.answered).toBeGreaterThan(0);
  }
});

test('a season looks its controls up, so that each day has a difference', async () => {
  const agents = await arena.database.agents.list();
  const records = await arena.database.dayRecords.list();
  const { control } = computeSeason(toSeason({ records, agents, asOf: END_OF_TIME }));
  expect(control?.days).toBe(DAYS);
  expect((await audit(arena.database, () => {})).problems).toEqual([]);
});

test('the boards of the arena name its agents, as of a day too', async () => {
  const [agent] = await arena.database.agents.list();
  const name = ensurePresent(agent, 'agent').name;
  const now = await run({});
  expect(now.text).toContain(`complete days: ${DAYS}`);
  expect(now.text).toContain(name);
  const before = await run({ asOf: '2026-03-02' });
  expect(before.text).toContain('complete days: 0');
  expect(before.data).toMatchObject({ asOf: new Date('2026-03-02T23:59:59.999Z'), methodology: expect.any(String) });
});

test('an agent is explained by its name or its id, and an unknown one is refused with the names', async () => {
  const agent = ensurePresent((await arena.database.agents.list())[0], 'agent');
  const byName = await run({ explain: agent.name });
  expect(byName.text).toContain(`Days that count (S2): ${DAYS} of ${DAYS}`);
  const byId = await run({ explain: agent.id });
  expect(byId.text).toContain(agent.name);
  await expect(run({ explain: 'nobody' })).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringContaining(agent.name),
  });
});
