import type { Clock } from '@coliseum/domain/clock';
import type { Id } from '@coliseum/domain/id';
import type { PaidCall, PaidService } from '@coliseum/domain/paid-call';
import { sha256 } from '@coliseum/receipts/sha256';
import { failureCodec, type AnswerCodec } from './answer-codec.ts';
import { createCallCharge, type CallCharge } from './call-charge.ts';
import type { CallJournal } from './call-journal.ts';
import type { CallSubject } from './call-subject.ts';
import type { DayBudget } from './day-budget.ts';
import { isPaidServiceFailure } from './is-paid-service-failure.ts';

/** A paid call: what it asks, how to make it, and how to store its answer. */
export type Call<Answer> = {
  readonly service: PaidService;
  readonly subject: CallSubject;
  readonly model: string | null;
  readonly requestSha256: string;
  /** Upper limit for the cost of one try. */
  readonly estimateMicroDollars: number;
  readonly codec: AnswerCodec<Answer>;
  readonly make: (charge: CallCharge) => Promise<Answer>;
  readonly toUsage: (answer: Answer) => PaidCall['usage'];
};

/** Shared by all paid calls of a day. */
export type PaidDay = {
  readonly date: string;
  readonly budget: DayBudget;
  readonly journal: CallJournal;
  readonly newId: () => Id;
  readonly clock: Clock;
  /** For measuring latencies. */
  readonly processClock: Clock;
  /** No call is made once this is aborted. */
  readonly stopping: AbortSignal;
};

/**
 * Answers a call from the day's journal. Otherwise makes it, charges it to the budget and records it, whether it
 * succeeds or fails, before the answer is returned. Throws the errors of the service, and *_BUDGET_EXHAUSTED.
 */
export async function callOnce<Answer>(day: PaidDay, call: Call<Answer>): Promise<Answer> {
  const stored = day.journal.find(call.requestSha256);
  if (stored !== undefined) {
    if (stored.errorCode !== null) throw failureCodec.read(stored.answer);
    return call.codec.read(stored.answer);
  }
  day.stopping.throwIfAborted();
  const charge = createCallCharge(day.budget, call.service, call.estimateMicroDollars);
  const buildRecord = startRecord(day, call, charge);
  const answer = await call.make(charge).catch(async (error: unknown) => {
    if (isPaidServiceFailure(error) && charge.wasTried()) {
      // A failed selection only ends the attempt, so the next attempt has to ask again.
      const failed = call.subject.purpose === 'selection' ? null : failureCodec.write(error);
      const answerSha256 = failed === null ? null : sha256(failureCodec.toText(error));
      await day.journal.write(buildRecord({ usage: null, errorCode: error.code, answer: failed, answerSha256 }));
    }
    throw error;
  });
  const { codec } = call;
  const answerSha256 = sha256(codec.toText(answer));
  const ended = { usage: call.toUsage(answer), errorCode: null, answer: codec.write(answer), answerSha256 };
  await day.journal.write(buildRecord(ended));
  return answer;
}

type CallResult = Pick<PaidCall, 'usage' | 'errorCode' | 'answer' | 'answerSha256'>;

function startRecord<Answer>(day: PaidDay, call: Call<Answer>, charge: CallCharge): (end: CallResult) => PaidCall {
  const { service, subject, model, requestSha256 } = call;
  const startedAt = day.clock.now();
  const startedMs = day.processClock.now().getTime();
  return (end) => ({
    id: day.newId(),
    date: day.date,
    service,
    ...subject,
    requestSha256,
    model,
    startedAt,
    latencyMs: Math.max(0, day.processClock.now().getTime() - startedMs),
    costMicroDollars: charge.costMicroDollars(),
    ...end,
    droppedAt: null,
  });
}
