import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createArenaQueries } from './read-models/create-arena-queries.ts';
import { createFixedRevisions } from './testing/fixed-revisions.ts';
import { createMemoryReads } from './testing/memory-reads.ts';
import { createPrdArena, PRD_EVENT_ID } from './testing/prd-arena.ts';
import { createSampleId } from './testing/sample-models.ts';
import { startServer } from './testing/start-server.ts';

// The examples of the requirements' REST specification as they stand there, without their comments.
const examples: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../fixtures/prd-examples.json', import.meta.url), 'utf8'),
);

const IDS = { '{event_id}': PRD_EVENT_ID, '{agent_id}': createSampleId('a', 1) };

const clock = { now: () => new Date('2024-01-08T12:00:00.000Z') };
const queries = createArenaQueries({
  reads: createMemoryReads(createPrdArena()),
  clock,
  revisions: createFixedRevisions(clock),
  exhibition: false,
  dailyRunAtUtc: '14:00',
  feeRule: 'gross-7',
});

async function ask(path: string): Promise<unknown> {
  const { server } = await startServer({ queries });
  return (await server.inject(path)).json();
}

/** The paths of all fields with the kind of their values, of the first item of a list. */
function describeShape(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [`${path} empty`] : describeShape(value[0], `${path}[]`);
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([name, field]) => describeShape(field, `${path}.${name}`));
}

test.each(Object.keys(examples))('%s has every field of its example, each of the same kind', async (path) => {
  const url = Object.entries(IDS).reduce((text, [name, id]) => text.replace(name, id), path);
  expect(describeShape(await ask(url))).toEqual(expect.arrayContaining(describeShape(examples[path])));
});

test('total_bets counts as in the example: 150 = 90 won + 50 lost + 10 abstentions, passes and missing answers', async () => {
  expect(await ask('/api/leaderboard')).toMatchObject({
    agents: [
      {
        current_bankroll: 125_000,
        total_pnl: 25_000,
        pnl_percent: 25,
        stats: {
          total_bets: 150,
          wins: 90,
          losses: 50,
          abstentions: 10,
          win_rate: expect.closeTo(0.643, 3),
          staked_bets: 140,
          passes: 8,
          no_answers: 2,
        },
      },
      ...Array.from({ length: 7 }, () => ({})),
    ],
  });
});

test('a day has 40 answers and $160,000 at stake, an event 8 and $32,000', async () => {
  expect(await ask('/api/batches?limit=1')).toMatchObject({
    batches: [{ event_count: 5, total_bets: 40, total_wagered: 160_000 }],
  });
  expect(await ask('/api/events?limit=1')).toMatchObject({
    total: 150,
    events: [{ bet_count: 8, total_wagered: 32_000 }],
  });
});

test('the mean stake and the extremes are those of the example', async () => {
  expect(await ask(`/api/agents/${IDS['{agent_id}']}`)).toMatchObject({
    stats: {
      avg_bet_size: 4_800,
      largest_win: 15_000,
      largest_loss: -8_000,
      best_category: 'politics',
      worst_category: 'sports',
    },
    recent_performance: [{ amount: 5_000, pnl: 1_234.56 }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
  });
});
