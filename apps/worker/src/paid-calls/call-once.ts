import type { Clock } from '@coliseum/domain/clock';
import type { Id } from '@coliseum/domain/id';
import type { PaidCall, PaidService } from '@coliseum/domain/paid-call';
import { failureCodec, type AnswerCodec } from './answer-codec.ts';
import { createCallCharge, type CallCharge } from './call-charge.ts';
import type { CallJournal } from './call-journal.ts';
import type { CallSubject } from './call-subject.ts';
import type { DayBudget } from './day-budget.ts';
import { isPaidServiceFailure } from './is-paid-service-failure.ts';

/** One call on its way: what it is, how it is made, and how its answer is kept. */
export type Call<Answer> = {
  readonly service: PaidService;
  readonly subject: CallSubject;
  readonly model: string | null;
  readonly requestSha256: string;
  /** What one try costs at most. */
  readonly estimateMicroDollars: number;
  readonly codec: AnswerCodec<Answer>;
  readonly make: (charge: CallCharge) => Promise<Answer>;
  readonly toUsage: (answer: Answer) => PaidCall['usage'];
};

/** What the calls of a day share. */
export type PaidDay = {
  readonly date: string;
  readonly budget: DayBudget;
  readonly journal: CallJournal;
  readonly newId: () => Id;
  readonly clock: Clock;
  /** What latencies are measured with. */
  readonly processClock: Clock;
  /** Once it is aborted no call is made any more. */
  readonly stopping: AbortSignal;
};

/**
 * Answers a call from the day's record, or makes it, pays for it and writes it down, whichever way it ends, before its
 * answer is handed on. Throws what the service throws, and *_BUDGET_EXHAUSTED.
 */
export async function callOnce<Answer>(day: PaidDay, call: Call<Answer>): Promise<Answer> {
  const kept = day.journal.find(call.requestSha256);
  if (kept !== undefined) {
    if (kept.errorCode !== null) throw failureCodec.read(kept.answer);
    return call.codec.read(kept.answer);
  }
  day.stopping.throwIfAborted();
  const charge = createCallCharge(day.budget, call.service, call.estimateMicroDollars);
  const buildRecord = startRecord(day, call, charge);
  const answer = await call.make(charge).catch(async (error: unknown) => {
    if (isPaidServiceFailure(error) && charge.wasTried()) {
      // A selection that fails ends the run's attempt and nothing else: the next attempt asks anew.
      const failed = call.subject.purpose === 'selection' ? null : failureCodec.write(error);
      await day.journal.write(buildRecord({ usage: null, errorCode: error.code, answer: failed }));
    }
    throw error;
  });
  const ended = { usage: call.toUsage(answer), errorCode: null, answer: call.codec.write(answer) };
  await day.journal.write(buildRecord(ended));
  return answer;
}

type CallResult = Pick<PaidCall, 'usage' | 'errorCode' | 'answer'>;

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
  });
}
