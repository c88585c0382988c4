import type { Bet } from '@coliseum/domain/bet';
import { isAppError } from '@coliseum/domain/errors/app-error';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { expect, test } from 'vitest';
import { createDayBudget } from '../paid-calls/day-budget.ts';
import { toId, makeBet, makeRun } from '../testing/fixtures.ts';
import { buildDayAlerts } from './day-alerts.ts';

const RULES = {
  now: new Date('2026-03-02T14:05:00Z'),
  dailyBudgetMicroDollars: 10_000_000,
  dailyWarningMicroDollars: 3_000_000,
};

function listCauses(run: Partial<PipelineRun>, rules: Partial<Parameters<typeof buildDayAlerts>[1]> = {}): string[] {
  const facts = { run: makeRun(run), bets: [], spentMicroDollars: 0 };
  return buildDayAlerts(facts, { ...RULES, ...rules }).map(({ cause }) => cause);
}

const FAILED: Partial<PipelineRun> = {
  status: 'failed',
  finishedAt: new Date('2026-03-02T14:04:00Z'),
  reason: 'OPENROUTER_NO_CREDIT',
  errors: [{ code: 'OPENROUTER_NO_CREDIT', stage: 'ingestion', subject: null, message: 'no credit.' }],
};

test('a day that went well raises no alert', () => {
  expect(listCauses({})).toEqual([]);
});

test('a failed day raises an alert as soon as no further attempt follows', () => {
  expect(listCauses(FAILED)).toEqual([]);
  expect(listCauses(FAILED, { isFinal: true })).toEqual(['pipeline_failed/2026-03-02']);
  expect(listCauses({ ...FAILED, attempts: 4 })).toEqual(['pipeline_failed/2026-03-02']);
});

test('a day that its operator stopped raises no alert, however long it waits', () => {
  const stopped = { ...FAILED, reason: 'stopped_by_operator', attempts: 4 };
  expect(listCauses(stopped, { now: new Date('2026-03-02T20:00:00Z') })).toEqual([]);
});

test('a failed day that is not resumed raises an alert ten minutes later', () => {
  expect(listCauses(FAILED, { now: new Date('2026-03-02T14:13:59Z') })).toEqual([]);
  expect(listCauses(FAILED, { now: new Date('2026-03-02T14:14:00Z') })).toEqual(['pipeline_failed/2026-03-02']);
});

test('an alert says what happened, its impact, the action to take and its runbook', () => {
  const facts = { run: makeRun({ ...FAILED, attempts: 4 }), bets: [], spentMicroDollars: 0 };
  const [alert] = buildDayAlerts(facts, RULES);
  expect(alert?.title).toBe('Match day 2026-03-02 failed');
  expect(alert?.text.split('\n')).toEqual([
    'What happened: Attempt 4 ended with OPENROUTER_NO_CREDIT: no credit.',
    expect.stringMatching(/^Impact: .*No money moved/),
    expect.stringMatching(/^Action: .*npm run arena -- run --date 2026-03-02/),
    'Runbook: docs/runbooks/pipeline-failed.md',
  ]);
});

test('a skipped day raises an alert with its reason', () => {
  const facts = {
    run: makeRun({
      status: 'skipped',
      reason: 'kalshi_unavailable',
      errors: [{ code: 'kalshi_unavailable', stage: 'ingestion', subject: null, message: 'down' }],
    }),
    bets: [],
    spentMicroDollars: 0,
  };
  expect(buildDayAlerts(facts, RULES)).toMatchObject([
    {
      cause: 'day_skipped/2026-03-02',
      text: expect.stringContaining('What happened: The day ended with kalshi_unavailable: down'),
    },
  ]);
});

test.each([
  [8, []],
  [9, ['agent_timeouts/2026-03-02']],
])('%d timeouts of 40 decisions raise %j: the limit is more than a fifth', (late, expected) => {
  const bets = Array.from({ length: 40 }, (_, index): Bet => {
    const isLate = index < late;
    return makeBet({ agentId: toId(index % 8), ...(isLate && { decision: 'ABSTAIN', abstainReason: 'timeout' }) });
  });
  const alerts = buildDayAlerts({ run: makeRun({}), bets, spentMicroDollars: 0 }, RULES);
  expect(alerts.map(({ cause }) => cause)).toEqual(expected);
});

test('spending more than the budget raises an alert, spending it to the last cent does not', () => {
  const buildAlerts = (spentMicroDollars: number) =>
    buildDayAlerts({ run: makeRun({}), bets: [], spentMicroDollars }, RULES)
      .filter(({ kind }) => kind === 'over_budget')
      .map(({ text }) => text);
  expect(buildAlerts(10_000_000)).toEqual([]);
  expect(buildAlerts(12_340_000)).toEqual([expect.stringContaining('$12.34 spent of $10.00')]);
});

test.each(['openrouter', 'exa'] as const)(
  'a call of %s that the budget refused raises an alert, whatever its message says',
  (service) => {
    const budget = createDayBudget({ limitMicroDollars: 1, spentMicroDollars: 1 });
    try {
      budget.reserve(service, 5);
      expect.unreachable();
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { code } = error;
      const refused = { code, stage: 'betting', subject: null, message: 'Whatever it says.' } as const;
      expect(listCauses({ errors: [refused] })).toEqual(['over_budget/2026-03-02']);
      const worded = { ...refused, code: 'no_credit', message: `${code}: ${error.message}` } as const;
      expect(listCauses({ errors: [worded] })).toEqual([]);
    }
  },
);

test.each([
  [2_999_999, []],
  [3_000_000, ['spend_high/2026-03-02']],
  [10_000_000, ['spend_high/2026-03-02']],
  [10_000_001, ['over_budget/2026-03-02']],
])('a day that cost %i millionths of a dollar raises %j', (spentMicroDollars, causes) => {
  const drafts = buildDayAlerts({ run: makeRun({}), bets: [], spentMicroDollars }, RULES);
  expect(drafts.map(({ cause }) => cause)).toEqual(causes);
});
