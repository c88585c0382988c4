import type { Database } from '@coliseum/db/database';
import { toMatchDate } from '@coliseum/domain/match-date';
import { createSeededRandom } from '@coliseum/domain/random';
import { expect, test } from 'vitest';
import { findFirstDifference, isAnyTime } from './testing/comparable-export.ts';
import { inspectBooks, type BooksReport } from './testing/inspect-books.ts';
import { startLiveServices, type LiveServices } from './testing/live-services.ts';
import { playWithKills, type PlayResult } from './testing/play-with-kills.ts';
import type { KillPoint } from './testing/trip-wire.ts';

const TIMEOUT_MS = 1_800_000;
const NOW = new Date('2026-03-02T15:00:00Z');

/** Plays today's match day with kills. Returns the result and the simulated services. */
async function playToday(
  kills: readonly KillPoint[],
): Promise<{ played: PlayResult<BooksReport>; services: LiveServices }> {
  const services = await startLiveServices(NOW);
  try {
    const args = ['run', '--date', toMatchDate(NOW), '--json'];
    const inspect = async (database: Database) => await inspectBooks(database, isAnyTime);
    const played = await playWithKills({ args, kills, inspect, services });
    return { played, services };
  } finally {
    await services.close();
  }
}

test('a day killed at a call repeats only calls whose answer was not recorded', { timeout: TIMEOUT_MS }, async () => {
  const undisturbed = await playToday([]);
  const [{ steps } = { steps: [] }] = undisturbed.played.lives;
  const random = createSeededRandom('paid once');
  for (const kind of ['POST openrouter completions', 'POST exa answer', 'insert paid_calls', 'update pipeline_runs']) {
    for (const phase of ['before', 'after'] as const) {
      const occurrences = steps.flatMap((step, index) => (step === kind ? [index + 1] : []));
      const number = occurrences[random.index(occurrences.length)] ?? 0;
      const { played, services } = await playToday([{ at: 'step', number, phase }]);
      expect(played.lives[0]?.wasKilled).toBe(true);
      const [{ arrived, recorded } = { arrived: 0, recorded: 0 }] = services.kills;
      expect([kind, phase, services.paidCalls()]).toEqual([
        kind,
        phase,
        undisturbed.services.paidCalls() + arrived - recorded,
      ]);
      expect(played.found.problems).toEqual([]);
      expect(findFirstDifference(undisturbed.played.found.state, played.found.state)).toBeNull();
    }
  }
});
