import {
  createJsonAnswer,
  transportEffects,
  type Answer,
  type AnswerChange,
  type FaultEffect,
} from '../fault-effect.ts';
import type { ExaCallKind } from '../fault-kinds.ts';
import { isJsonObject } from '../json-fields.ts';

const REQUEST_ID = '0'.repeat(32);
const THREE_DAYS_MS = 3 * 86_400_000;
const REDUCED_LIMIT = { error: "You've exceeded your Exa rate limit of 10 requests per second." };

/** What each kind of fault does to a call to Exa. */
export const exaEffects: Readonly<Record<ExaCallKind, FaultEffect>> = {
  ...transportEffects,
  'object-answer': createChange((answer) => ({
    ...answer,
    answer: { summary: answer['answer'], confidence: 'medium' },
  })),
  'no-citations': createChange((answer) => ({ ...answer, citations: [] })),
  'bare-citations': createChange((answer) => changeCitations(answer, stripCitation)),
  'late-citation': createChange((answer, { nowMs }) =>
    changeCitations(answer, (citation) => ({
      ...citation,
      publishedDate: new Date(nowMs + THREE_DAYS_MS).toISOString(),
    })),
  ),
  'no-cost': createChange(({ costDollars: _cost, ...answer }) => answer),
  'bad-request': createRefusal(400, 'INVALID_REQUEST_BODY', 'Invalid request body'),
  unauthorized: createRefusal(401, 'INVALID_API_KEY', 'Invalid API key'),
  'no-credit': createRefusal(402, 'NO_MORE_CREDITS', 'You have no credits left'),
  prohibited: createRefusal(403, 'PROHIBITED_CONTENT', 'The query was refused'),
  'rate-limited': createJsonAnswer(429, REDUCED_LIMIT),
  'rate-limited-retry-after': createJsonAnswer(429, REDUCED_LIMIT, { 'retry-after': '1' }),
  'no-answer': createRefusal(501, 'UNABLE_TO_GENERATE_RESPONSE', 'Unable to generate a response'),
  'server-error': createRefusal(500, 'INTERNAL_ERROR', 'Internal server error'),
  overloaded: createRefusal(503, 'SERVICE_OVERLOADED', 'The service is overloaded'),
};

function createChange(change: AnswerChange): FaultEffect {
  return { kind: 'change', change };
}

function createRefusal(status: number, tag: string, error: string): FaultEffect {
  return createJsonAnswer(status, { requestId: REQUEST_ID, error, tag });
}

function changeCitations(answer: Answer, change: (citation: Answer) => Answer): Answer {
  const citations: unknown[] = Array.isArray(answer['citations']) ? answer['citations'] : [];
  return { ...answer, citations: citations.map((citation) => (isJsonObject(citation) ? change(citation) : citation)) };
}

/** An address and nothing else that a reader could date or ascribe it by; the title is empty. */
function stripCitation({ author: _author, publishedDate: _published, ...citation }: Answer): Answer {
  return { ...citation, title: '' };
}
