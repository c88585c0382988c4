import { expect, test } from 'vitest';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { playFaultySeason } from './testing/play-faulty-season.ts';

const DAYS = 30;
const TIMEOUT_MS = 1_800_000;

test(
  'with 10 % of all outside calls failing, each of thirty days is played or skipped with a reason',
  { timeout: TIMEOUT_MS },
  async () => {
    const { days, problems } = await playFaultySeason('1', DAYS);
    expect(problems).toEqual([]);
    expect(days).toHaveLength(DAYS);
    for (const { date, status, reason, bets, abstentions } of days) {
      const answers = bets + Object.values(abstentions).reduce((sum, count) => sum + count, 0);
      if (status === 'completed') expect([date, reason, answers]).toEqual([date, null, ANSWERS_PER_DAY]);
      else expect([date, status, reason !== null, answers]).toEqual([date, 'skipped', true, 0]);
    }
    expect(days.filter(({ status }) => status === 'completed').length).toBeGreaterThan(DAYS / 2);
    expect(days.filter(({ failedCalls }) => Object.keys(failedCalls).length > 0).length).toBeGreaterThan(DAYS / 3);
  },
);
