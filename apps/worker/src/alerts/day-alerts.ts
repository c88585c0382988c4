import { errorCodes, isErrorCode } from '@coliseum/domain/errors/codes';
import { STOPPED_BY_OPERATOR, type PipelineRun } from '@coliseum/domain/pipeline-run';
import { formatRunError, type RunErrorCode } from '@coliseum/domain/run-error';
import { jobCatalogue } from '@coliseum/queue/catalogue';
import { draftAlert, type AlertDraft } from './alert-draft.ts';
import type { DayFacts } from './day-facts.ts';

/** From the PRD: the share of a day's decisions that may time out without an alert. */
const TIMEOUT_SHARE_LIMIT = 0.2;
/** Longer than any wait between two attempts: a run that rests this long will not be retried automatically. */
const GIVEN_UP_AFTER_MS = 10 * 60_000;
const MAXIMUM_ATTEMPTS = jobCatalogue['run-day'].attempts;

type DayAlertOptions = {
  readonly now: Date;
  readonly dailyBudgetMicroDollars: number;
  readonly dailyWarningMicroDollars: number;
  /** Whether the failure that just ended the run is the last: no further attempt follows. */
  readonly isFinal?: boolean;
};

/**
 * Builds the alerts of a match day. The same day gives the same causes at any later time, so that an alert lost with a
 * dying process is raised by the next one.
 */
export function buildDayAlerts(facts: DayFacts, rules: DayAlertOptions): readonly AlertDraft[] {
  return [
    alertFailedRun(facts, rules),
    alertSkippedDay(facts),
    alertTimeouts(facts),
    alertOverBudget(facts, rules) ?? alertHighSpend(facts, rules),
  ].filter((draft) => draft !== null);
}

function alertFailedRun({ run }: DayFacts, { now, isFinal = false }: DayAlertOptions): AlertDraft | null {
  if (run.status !== 'failed' || run.reason === STOPPED_BY_OPERATOR) return null;
  const restedMs = now.getTime() - (run.finishedAt ?? run.updatedAt).getTime();
  if (!isFinal && run.attempts < MAXIMUM_ATTEMPTS && restedMs < GIVEN_UP_AFTER_MS) return null;
  return draftAlert({
    kind: 'pipeline_failed',
    subject: run.date,
    title: `Match day ${run.date} failed`,
    whatHappened: `Attempt ${run.attempts} ended with ${describeEnd(run)}`,
    impact:
      'The day will not be retried automatically. No money moved and nothing of the day is visible. Finished stages are kept.',
    action: `Fix the cause, then run "npm run arena -- run --date ${run.date}" before its markets close.`,
  });
}

function alertSkippedDay({ run }: DayFacts): AlertDraft | null {
  if (run.status !== 'skipped') return null;
  return draftAlert({
    kind: 'day_skipped',
    subject: run.date,
    title: `Match day ${run.date} was skipped`,
    whatHappened: `The day ended with ${describeEnd(run)}`,
    impact: 'There are no matches on this day. No money moved. The next day is played as usual.',
    action: 'Run "npm run arena -- doctor" to check whether the services can be reached now.',
  });
}

function alertTimeouts({ run, bets }: DayFacts): AlertDraft | null {
  const late = bets.filter(({ abstainReason }) => abstainReason === 'timeout');
  if (bets.length === 0 || late.length / bets.length <= TIMEOUT_SHARE_LIMIT) return null;
  return draftAlert({
    kind: 'agent_timeouts',
    subject: run.date,
    title: `${late.length} of ${bets.length} decisions of ${run.date} timed out`,
    whatHappened: `${new Set(late.map(({ agentId }) => agentId)).size} agents did not answer in time.`,
    impact: 'Each timeout is recorded as an automatic abstention. The day is played and settles as usual.',
    action: `Run "npm run arena -- costs --date ${run.date} --by call" to see which models were late, and check OpenRouter's status page. DECISION_TIMEOUT_MS sets how long an agent may take.`,
  });
}

function alertOverBudget(
  { run, bets, spentMicroDollars }: DayFacts,
  { dailyBudgetMicroDollars }: DayAlertOptions,
): AlertDraft | null {
  const refused = run.errors.some(({ code }) => isBudgetRefusal(code));
  if (spentMicroDollars <= dailyBudgetMicroDollars && !refused) return null;
  const abstentions = bets.filter(({ abstainReason }) => abstainReason === 'no_credit').length;
  return draftAlert({
    kind: 'over_budget',
    subject: run.date,
    title: `Budget of match day ${run.date} used up`,
    whatHappened: `${formatDollars(spentMicroDollars)} spent of ${formatDollars(dailyBudgetMicroDollars)}.${refused ? ' Calls that did not fit were refused.' : ''}`,
    impact: `No further calls were made: ${abstentions} decisions are abstentions for lack of credit, and briefs may be missing sections.`,
    action: `Run "npm run arena -- costs --date ${run.date} --by agent" to see what was spent on what. To raise the limit, set DAILY_BUDGET_USD and restart the worker.`,
  });
}

/** Told once a day has cost that much, and not beside the alert about the budget. */
function alertHighSpend(
  { run, spentMicroDollars }: DayFacts,
  { dailyBudgetMicroDollars, dailyWarningMicroDollars }: DayAlertOptions,
): AlertDraft | null {
  if (spentMicroDollars < dailyWarningMicroDollars) return null;
  return draftAlert({
    kind: 'spend_high',
    subject: run.date,
    title: `Match day ${run.date} costs more than usual`,
    whatHappened: `${formatDollars(spentMicroDollars)} spent; you are told from ${formatDollars(dailyWarningMicroDollars)} on.`,
    impact: `None for the day. Calls are refused at ${formatDollars(dailyBudgetMicroDollars)}.`,
    action: `Run "npm run arena -- costs --date ${run.date} --by agent" to see what was spent on what. DAILY_WARNING_USD sets the amount.`,
  });
}

function isBudgetRefusal(code: RunErrorCode): boolean {
  return isErrorCode(code) && errorCodes[code].failure === 'budget_exhausted';
}

function describeEnd({ errors, reason }: PipelineRun): string {
  const last = errors.at(-1);
  return last === undefined ? (reason ?? 'no recorded reason') : formatRunError(last);
}

function formatDollars(microDollars: number): string {
  return `$${(microDollars / 1_000_000).toFixed(2)}`;
}
