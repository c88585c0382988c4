import { errorCodes, isErrorCode } from '@coliseum/domain/errors/codes';
import { STOPPED_BY_OPERATOR, type PipelineRun } from '@coliseum/domain/pipeline-run';
import { formatRunError, type RunErrorCode } from '@coliseum/domain/run-error';
import { jobCatalogue } from '@coliseum/queue/catalogue';
import { draftAlert, type AlertDraft } from './alert-draft.ts';
import type { DayFacts } from './day-facts.ts';

/** Of the PRD: more timeouts than this share of a day's decisions is something an operator has to know. */
const TIMEOUT_SHARE_LIMIT = 0.2;
/** No wait between two attempts at a day is this long: a run that rests longer is not taken up by itself. */
const GIVEN_UP_AFTER_MS = 10 * 60_000;
const MAXIMUM_ATTEMPTS = jobCatalogue['run-day'].attempts;

type DayAlertOptions = {
  readonly now: Date;
  readonly dailyBudgetMicroDollars: number;
  /** Whether the failure that just ended the run is one that no further attempt follows. */
  readonly isFinal?: boolean;
};

/**
 * What an operator has to be told about a match day. The same day gives the same causes at any later time, so that one
 * that was not told because a process died is told by the next.
 */
export function buildDayAlerts(facts: DayFacts, rules: DayAlertOptions): readonly AlertDraft[] {
  return [
    alertFailedRun(facts, rules),
    alertSkippedDay(facts),
    alertTimeouts(facts),
    alertOverBudget(facts, rules),
  ].filter((draft) => draft !== null);
}

function alertFailedRun({ run }: DayFacts, { now, isFinal = false }: DayAlertOptions): AlertDraft | null {
  if (run.status !== 'failed' || run.reason === STOPPED_BY_OPERATOR) return null;
  const restedMs = now.getTime() - (run.finishedAt ?? run.updatedAt).getTime();
  if (!isFinal && run.attempts < MAXIMUM_ATTEMPTS && restedMs < GIVEN_UP_AFTER_MS) return null;
  return draftAlert({
    kind: 'pipeline_failed',
    subject: run.date,
    title: `The match day ${run.date} failed`,
    whatHappened: `${describeEnd(run)} (attempt ${run.attempts})`,
    impact:
      'nothing tries the day again by itself. No money moved, and nothing of it can be seen. The stages that ended are kept.',
    action: `remove the cause, then "npm run arena -- run --date ${run.date}" before its markets close.`,
  });
}

function alertSkippedDay({ run }: DayFacts): AlertDraft | null {
  if (run.status !== 'skipped') return null;
  return draftAlert({
    kind: 'day_skipped',
    subject: run.date,
    title: `The match day ${run.date} is skipped`,
    whatHappened: describeEnd(run),
    impact: 'the day has no batch and will get none. No money moved. The next day is played as usual.',
    action: '"npm run arena -- doctor" says whether the services can be reached now.',
  });
}

function alertTimeouts({ run, bets }: DayFacts): AlertDraft | null {
  const late = bets.filter(({ abstainReason }) => abstainReason === 'timeout');
  if (bets.length === 0 || late.length / bets.length <= TIMEOUT_SHARE_LIMIT) return null;
  return draftAlert({
    kind: 'agent_timeouts',
    subject: run.date,
    title: `${late.length} of ${bets.length} decisions of ${run.date} timed out`,
    whatHappened: `${new Set(late.map(({ agentId }) => agentId)).size} agents did not answer in time`,
    impact: 'each of them is an automatic abstention. The day is played and settles as usual.',
    action: `"npm run arena -- costs --date ${run.date} --by call" shows which models were late. Look at the status page of OpenRouter; DECISION_TIMEOUT_MS sets the patience.`,
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
    title: `The budget of ${run.date} is used up`,
    whatHappened: `${formatDollars(spentMicroDollars)} spent of ${formatDollars(dailyBudgetMicroDollars)}${refused ? '; calls were refused because they did not fit' : ''}`,
    impact: `no call was made beyond it: ${abstentions} decisions are abstentions for want of credit, and briefs may lack sections.`,
    action: `"npm run arena -- costs --date ${run.date} --by agent" shows what cost how much. DAILY_BUDGET_USD sets the limit from the next start on.`,
  });
}

function isBudgetRefusal(code: RunErrorCode): boolean {
  return isErrorCode(code) && errorCodes[code].failure === 'budget_exhausted';
}

function describeEnd({ errors, reason }: PipelineRun): string {
  const last = errors.at(-1);
  return last === undefined ? (reason ?? 'no reason was recorded') : formatRunError(last);
}

function formatDollars(microDollars: number): string {
  return `$${(microDollars / 1_000_000).toFixed(2)}`;
}
