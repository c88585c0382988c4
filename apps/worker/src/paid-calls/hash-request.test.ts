import { expect, test } from 'vitest';
import { hashCompletion, hashQuestion } from './hash-request.ts';

const subject = { purpose: 'decision', eventId: 'e1', agentId: 'a1' } as const;
const input = { model: 'm', system: 's', user: 'u', schema: { name: 'x', jsonSchema: {} }, maxTokens: 10 };
const sha256 = hashCompletion(subject, input);

test.each([
  ['another purpose', { ...subject, purpose: 'selection' } as const, input],
  ['another model', subject, { ...input, model: 'n' }],
  ['another prompt', subject, { ...input, user: 'v' }],
  ['text moved from one prompt to the other', subject, { ...input, system: '', user: 'su' }],
  ['another schema', subject, { ...input, schema: { name: 'x', jsonSchema: { type: 'object' } } }],
  ['another length', subject, { ...input, maxTokens: 11 }],
])('%s changes the hash', (_, changedSubject, changedInput) => {
  expect(hashCompletion(changedSubject, changedInput)).not.toBe(sha256);
});

test('the time limit, the temperature and ids do not change the hash', () => {
  const elsewhere = { ...subject, eventId: 'e2', agentId: 'a2' };
  expect(hashCompletion(elsewhere, { ...input, timeoutMs: 5, temperature: 0.7 })).toBe(sha256);
});

test('questions with different texts have different hashes', () => {
  const research = { ...subject, purpose: 'research', agentId: null } as const;
  expect(hashQuestion(research, { query: 'q' })).not.toBe(hashQuestion(research, { query: 'q', systemPrompt: 's' }));
  expect(hashQuestion(research, { query: 'q' })).toMatch(/^[0-9a-f]{64}$/);
});
