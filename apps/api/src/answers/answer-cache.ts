import type { ArenaState } from '@coliseum/domain/arena-state';
import type { Clock } from '@coliseum/domain/clock';
import { LRUCache } from 'lru-cache';
import { measureOutage, type RevisionSource } from '../revisions/revision-source.ts';
import type { Answer, ChangesWith } from './answer.ts';
import { measureBody, type EncodedBody } from './encoded-body.ts';

/** For all answers together, without what the values take beside their bodies. */
const MAXIMUM_BYTES = 128 * 1024 * 1024;
/** What an answer takes beside its bytes: key, headers of the map, an error that says that something does not exist. */
const OVERHEAD_BYTES = 1_024;

/** A question, with its input as the schema of the procedure reads it. */
export type Question = {
  /** Procedure and normalised input. */
  readonly key: string;
  readonly changesWith: ChangesWith;
};

/** What a procedure came to. */
export type Outcome<T> = {
  readonly result: T;
  /** An answer is kept, a failure is not; when the database is away, the last answer is given instead. */
  readonly kind: 'answer' | 'failure' | 'unavailable';
  readonly body: EncodedBody | null;
  readonly validUntilMs: number;
};

export type AnswerCache<T> = {
  /** The answer as of the latest state: the kept one, or a new one. However many ask at once, `build` runs once. */
  readonly get: (question: Question, build: () => Promise<Outcome<T>>) => Promise<T>;
  /** The kept answer if it is as new as what is served. */
  readonly find: (question: Question) => Answer<T> | null;
  /** Keys of the answers that were asked for last, the latest first. */
  readonly listRecent: (limit: number) => string[];
};

type CacheDependencies = { readonly revisions: RevisionSource; readonly clock: Clock; readonly maximumBytes?: number };

/**
 * Keeps the latest answer to each question, and hands it out as long as nothing that it depends on has changed. Bounded by
 * bytes: what was not asked for longest goes first.
 */
export function createAnswerCache<T extends object>(dependencies: CacheDependencies): AnswerCache<T> {
  const { revisions, clock, maximumBytes = MAXIMUM_BYTES } = dependencies;
  const answers = new LRUCache<string, Answer<T>>({
    maxSize: maximumBytes,
    sizeCalculation: ({ key, body }) => OVERHEAD_BYTES + 2 * key.length + (body === null ? 0 : measureKept(body)),
  });
  const building = new Map<string, Promise<T>>();

  const findCurrent = ({ key, changesWith }: Question, state: ArenaState): Answer<T> | null => {
    const answer = answers.get(key);
    if (answer === undefined) return null;
    const now = clock.now();
    if (isCurrent(answer, changesWith, state, now)) return answer;
    // What follows the clock says how old the data is, and is built from what this process remembers.
    return changesWith !== 'clock' && measureOutage(revisions, now) !== null ? answer : null;
  };

  /** One that took longer than a newer one comes too late. */
  const keep = (answer: Answer<T>): void => {
    const { revision = 0, progressRevision = 0 } = answers.peek(answer.key) ?? {};
    if (answer.revision < revision || answer.progressRevision < progressRevision) return;
    answers.set(answer.key, answer);
  };

  const buildAnswer = async (question: Question, build: () => Promise<Outcome<T>>): Promise<T> => {
    const { key } = question;
    const last = answers.get(key);
    // Before anything is read: what is read afterwards is at least as new.
    const { revision, progressRevision } = revisions.latest();
    const { kind, result, body, validUntilMs } = await build();
    if (kind === 'unavailable' && last !== undefined) return last.result;
    if (kind === 'answer') keep({ result, body, key, revision, progressRevision, validUntilMs });
    return result;
  };

  return {
    find: (question) => findCurrent(question, revisions.served()),
    get: async (question, build) => {
      const latest = revisions.latest();
      const kept = findCurrent(question, latest);
      if (kept !== null) return kept.result;
      // An answer under way may have been read before the change that this question comes after.
      const flight = [question.key, latest.revision, latest.progressRevision].join(' ');
      const running = building.get(flight);
      if (running !== undefined) return running;
      const started = buildAnswer(question, build).finally(() => building.delete(flight));
      building.set(flight, started);
      return started;
    },
    listRecent: (limit) => [...answers.keys()].slice(0, limit),
  };
}

function isCurrent(answer: Answer, changesWith: ChangesWith, state: ArenaState, now: Date): boolean {
  if (answer.revision < state.revision) return false;
  if (changesWith !== 'revision' && answer.progressRevision < state.progressRevision) return false;
  return now.getTime() < answer.validUntilMs;
}

/** The forms of the body, and the value itself, which is about as large again as its text. */
function measureKept(body: EncodedBody): number {
  return measureBody(body) + body.identity.bytes.length;
}
