import { AppError } from '@coliseum/domain/errors/app-error';
import type { ExaAnswer } from '@coliseum/exa/answer';
import type { ExaQuestion } from '@coliseum/exa/client';
import { expect, test } from 'vitest';
import { LOCKED_AT, makeMarket } from '../../testing/fixtures.ts';
import { researchEvent } from './research-event.ts';

/** The research of a market whose key facts are answered so, and every other section with a fact. */
function researchWith(keyFacts: string | AppError) {
  const answer = (_subject: unknown, { query }: ExaQuestion): Promise<ExaAnswer> => {
    const isFirst = query.includes('List the key facts');
    if (isFirst && keyFacts instanceof AppError) return Promise.reject(keyFacts);
    const text = isFirst ? String(keyFacts) : 'Rain fell.';
    return Promise.resolve({
      answer: text,
      citations: [],
      costMicroDollars: 5_000,
      askedAt: LOCKED_AT,
      requestId: 'r',
    });
  };
  return researchEvent({ paid: { answer }, clock: { now: () => LOCKED_AT } }, makeMarket());
}

test('a section with a fact needs no warning', async () => {
  const { brief, warnings } = await researchWith('- Wind rose.');
  expect(brief.status).toBe('complete');
  expect(warnings).toEqual([]);
});

test.each(['I could not find any information about this.', 'Prediction: YES', ' \n '])(
  'an answer without a fact is in the record of the run: %j',
  async (text) => {
    const { brief, warnings } = await researchWith(text);
    expect(brief.status).toBe('partial');
    const subject = `${makeMarket().ticker}, Key Facts`;
    expect(warnings).toMatchObject([{ code: 'EXA_NO_ANSWER', stage: 'research', subject }]);
  },
);

test('so is a section that failed, with the code of its failure', async () => {
  const { brief, warnings } = await researchWith(new AppError({ code: 'EXA_TIMEOUT', message: 'too late' }));
  expect(brief.status).toBe('partial');
  expect(warnings).toMatchObject([{ code: 'EXA_TIMEOUT', message: 'too late' }]);
});
