import type { Database } from '@coliseum/db/database';
import type { ExaAnswer } from '@coliseum/exa/answer';
import type { ExaClient, ExaQuestion } from '@coliseum/exa/client';
import { readHttpStatus } from '@coliseum/http/read-http-status';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import type { Completion } from '@coliseum/openrouter/completion';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import { completionCodec, exaAnswerCodec } from './answer-codec.ts';
import type { CallCharge } from './call-charge.ts';
import { openCallJournal, type CallJournal } from './call-journal.ts';
import { callOnce, type PaidDay } from './call-once.ts';
import type { CallSubject } from './call-subject.ts';
import { createDayBudget } from './day-budget.ts';
import { hashCompletion, hashQuestion } from './hash-request.ts';
import { createInFlightCalls } from './in-flight-calls.ts';

/** Exa's list price of one answer. */
const ANSWER_ESTIMATE_MICRO_DOLLARS = 5_000;

/** The paid services of one match day. */
export type PaidServices = {
  /** Asks a model. Throws OPENROUTER_*. */
  readonly complete: (subject: CallSubject, input: CompletionInput) => Promise<Completion>;
  /** Asks Exa. Throws EXA_*. */
  readonly answer: (subject: CallSubject, question: ExaQuestion) => Promise<ExaAnswer>;
  /** The known cost of all calls made through these services, failed ones included. */
  readonly spentMicroDollars: () => number;
  /** The requests that an earlier try of the day made and this one did not: nothing of the day holds their answers. */
  readonly listUnused: CallJournal['listUnused'];
  /** Resolves when no call is in flight. */
  readonly whenIdle: () => Promise<void>;
};

export type PaidServicesDependencies = Pick<PaidDay, 'clock' | 'processClock' | 'stopping'> & {
  readonly database: Pick<Database, 'paidCalls' | 'newId'>;
  readonly openRouter: Pick<OpenRouterClient, 'complete'>;
  readonly exa: ExaClient;
  readonly settings: { readonly dailyBudgetMicroDollars: number };
  /** Upper limit for the cost of one try of a completion. */
  readonly estimateCostMicroDollars: (input: CompletionInput) => number;
};

/**
 * Opens the paid services of one match day. A request that the day has already made is answered from its journal. Any
 * other is paid from the day's budget and recorded with its cost. So a resumed day never repeats an answered call. A
 * failed research or decision call stays failed, too: it has become a missing section or an abstention.
 */
export async function openPaidServices(dependencies: PaidServicesDependencies, date: string): Promise<PaidServices> {
  const { database, openRouter, exa, settings } = dependencies;
  const budget = createDayBudget({
    limitMicroDollars: settings.dailyBudgetMicroDollars,
    spentMicroDollars: await database.paidCalls.sumCostMicroDollars(date),
  });
  const { journal, spentMicroDollars } = sumWrites(await openCallJournal(database, date));
  const day: PaidDay = { ...dependencies, date, budget, journal, newId: () => database.newId() };
  const { track, whenIdle } = createInFlightCalls();
  return {
    spentMicroDollars,
    listUnused: journal.listUnused,
    whenIdle,
    complete: async (subject, input) =>
      await track(
        callOnce(day, {
          service: 'openrouter',
          subject,
          model: input.model,
          requestSha256: hashCompletion(subject, input),
          estimateMicroDollars: dependencies.estimateCostMicroDollars(input),
          codec: completionCodec,
          make: async ({ reserveTry }) => await openRouter.complete({ ...input, reserveTry }),
          toUsage: ({ usage }) => usage,
        }),
      ),
    answer: async (subject, question) =>
      await track(
        callOnce(day, {
          service: 'exa',
          subject,
          model: null,
          requestSha256: hashQuestion(subject, question),
          estimateMicroDollars: ANSWER_ESTIMATE_MICRO_DOLLARS,
          codec: exaAnswerCodec,
          make: async (charge) => await chargeAnswer(charge, async () => await exa.answer(question)),
          toUsage: () => null,
        }),
      ),
  };
}

/** Exa charges for answers only. The cost of a call without an HTTP status is unknown. */
async function chargeAnswer({ reserveTry }: CallCharge, ask: () => Promise<ExaAnswer>): Promise<ExaAnswer> {
  const reservation = reserveTry();
  try {
    const answer = await ask();
    reservation.settle(answer.costMicroDollars);
    return answer;
  } catch (error) {
    reservation.settle(readHttpStatus(error) === null ? null : 0);
    throw error;
  }
}

/** Adds up the cost of the calls written to a journal. */
function sumWrites(journal: CallJournal): { readonly journal: CallJournal } & Pick<PaidServices, 'spentMicroDollars'> {
  let spent = 0;
  const write: CallJournal['write'] = async (call) => {
    await journal.write(call);
    spent += call.costMicroDollars ?? 0;
  };
  return { journal: { ...journal, write }, spentMicroDollars: () => spent };
}
