import { hash } from 'node:crypto';
import type { ExaQuestion } from '@coliseum/exa/client';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import type { CallSubject } from './call-subject.ts';

/**
 * SHA-256 of a request to a model. Two agents with the same model differ, because the prompt names the agent. Ids are
 * left out, so that the same day played elsewhere makes the same requests. So are the time limit and the temperature,
 * which depend on earlier tries and on the catalogue.
 */
export function hashCompletion({ purpose }: CallSubject, input: CompletionInput): string {
  const { model, system, user, schema, maxTokens } = input;
  return hashParts(['openrouter', purpose, model, system, user, schema, maxTokens]);
}

/** SHA-256 of a question to Exa. */
export function hashQuestion({ purpose }: CallSubject, { query, systemPrompt }: ExaQuestion): string {
  return hashParts(['exa', purpose, query, systemPrompt ?? null]);
}

/** JSON is stable here: an array keeps its order, and the schemas are constants whose keys never change their order. */
function hashParts(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts));
}
