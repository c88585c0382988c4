import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Clock } from '@coliseum/domain/clock';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { AnswerCache, Question } from '../answers/answer-cache.ts';
import { measureOutage, type RevisionSource } from '../revisions/revision-source.ts';
import type { SentAnswer } from './answer-headers.ts';
import { chooseForm, setAnswer } from './send-encoded.ts';

/** Addresses whose question is remembered. Longer ones are read anew each time, so that nobody fills the memory with them. */
const ADDRESSES_REMEMBERED = 20_000;
const LONGEST_ADDRESS = 256;

type AnswerDependencies = {
  readonly cache: Pick<AnswerCache<object>, 'find'>;
  readonly revisions: RevisionSource;
  readonly clock: Clock;
};

export type RestAnswers = {
  /** The kept answer for an address that was asked before; null if there is none that is current. */
  readonly find: (address: string, headers: IncomingHttpHeaders) => SentAnswer | null;
  /** Remembers which question a request came to. */
  readonly note: (request: IncomingMessage, question: Question) => void;
  /** Sends kept bytes for the REST paths of a scope. */
  readonly register: (scope: FastifyInstance) => void;
};

/**
 * Answers REST requests with the bytes that are kept. The first request for an address goes through its procedure, which
 * reads the parameters and refuses bad ones; after that the address leads straight to the answer.
 */
export function createRestAnswers({ cache, revisions, clock }: AnswerDependencies): RestAnswers {
  const questions = new LRUCache<string, Question>({ max: ADDRESSES_REMEMBERED });
  const asked = new WeakMap<IncomingMessage, Question>();

  const findAnswer = (question: Question | undefined, headers: IncomingHttpHeaders): SentAnswer | null => {
    const body = question === undefined ? null : cache.find(question)?.body;
    if (body == null) return null;
    return chooseForm(body, headers, measureOutage(revisions, clock.now()));
  };
  const find: RestAnswers['find'] = (address, headers) => findAnswer(questions.get(address), headers);

  const replace = (request: FastifyRequest, reply: FastifyReply): SentAnswer | null => {
    const question = asked.get(request.raw);
    if (question === undefined || reply.statusCode !== 200) return null;
    if (request.originalUrl.length <= LONGEST_ADDRESS) questions.set(request.originalUrl, question);
    return findAnswer(question, request.headers);
  };

  return {
    find,
    note: (request, question) => void asked.set(request, question),
    register: (scope) => {
      scope.addHook('onRequest', (request, reply, done) => {
        const answer = find(request.originalUrl, request.headers);
        if (answer === null) return done();
        void reply.send(setAnswer(reply, answer));
      });
      scope.addHook('onSend', (request, reply, payload, done) => {
        const answer = replace(request, reply);
        if (answer === null) return done(null, payload);
        return done(null, setAnswer(reply, answer));
      });
    },
  };
}
