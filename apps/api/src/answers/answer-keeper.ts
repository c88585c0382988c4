import type { Clock } from '@coliseum/domain/clock';
import type { TRPCError } from '@trpc/server';
import type { AnswerCache, Outcome, Question } from './answer-cache.ts';
import type { ChangesWith } from './answer.ts';
import { encodeBody } from './encoded-body.ts';
import type { QuestionNamer } from './name-question.ts';

/** What a procedure returned, or the public error it ended with. */
export type ProcedureResult =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly error: TRPCError };

export type ProcedureCall = {
  /** Such as `events.list`. */
  readonly path: string;
  readonly getRawInput: () => Promise<unknown>;
  readonly changesWith: ChangesWith;
};

export type AnswerKeeper<T extends ProcedureResult> = {
  /** The kept answer to a call, or that of `build`. `onAnswer` is told under which question it is kept. */
  readonly answer: (
    call: ProcedureCall,
    build: () => Promise<T>,
    onAnswer?: (question: Question) => void,
  ) => Promise<T>;
};

type KeeperDependencies<T extends ProcedureResult> = {
  readonly cache: AnswerCache<T>;
  readonly clock: Clock;
  readonly nameQuestion: QuestionNamer;
  /** When a figure next changes by time alone. */
  readonly findNextChange: (now: Date) => Promise<Date>;
};

/** How long an answer that follows the clock holds. */
const CLOCK_HOLDS_MS = 1_000;

/** Answers calls of procedures from the cache. The schema of a procedure checks its answer when it is built, not when it is sent. */
export function createAnswerKeeper<T extends ProcedureResult>(dependencies: KeeperDependencies<T>): AnswerKeeper<T> {
  const { cache, clock, nameQuestion, findNextChange } = dependencies;

  const findEnd = async (changesWith: ChangesWith): Promise<number> => {
    const now = clock.now();
    if (changesWith === 'clock') return now.getTime() + CLOCK_HOLDS_MS;
    // An end that can't be read is now: the answer is given, and built again for the next one who asks.
    return findNextChange(now).then(
      (end) => end.getTime(),
      () => now.getTime(),
    );
  };
  const toOutcome = async (result: T, validUntilMs: number): Promise<Outcome<T>> => {
    if (result.ok) {
      const body = await encodeBody(JSON.stringify(result.data));
      return { kind: 'answer', result, body, validUntilMs };
    }
    return { kind: classifyFailure(result.error), result, body: null, validUntilMs };
  };

  return {
    answer: async ({ path, getRawInput, changesWith }, build, onAnswer) => {
      const key = await getRawInput().then(
        (rawInput) => nameQuestion(path, rawInput),
        () => null,
      );
      // The procedure says what is wrong with its input.
      if (key === null) return build();
      const question = { key, changesWith };
      const result = await cache.get(question, async () => {
        const validUntilMs = await findEnd(changesWith);
        return toOutcome(await build(), validUntilMs);
      });
      if (result.ok) onAnswer?.(question);
      return result;
    },
  };
}

/** That nothing has an id is an answer like any other, until something is committed. */
function classifyFailure({ code }: TRPCError): Outcome<unknown>['kind'] {
  if (code === 'NOT_FOUND') return 'answer';
  return code === 'SERVICE_UNAVAILABLE' ? 'unavailable' : 'failure';
}
