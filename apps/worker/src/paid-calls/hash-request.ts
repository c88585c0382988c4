import { hash } from 'node:crypto';
import type { ExaQuestion } from '@coliseum/exa/client';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import type { CallSubject } from './call-subject.ts';

/**
 * The SHA-256 of what a model is asked. Two agents of one model are two questions, as the prompt names the agent. No id is
 * a part of it: the same day played elsewhere makes the same requests. The time limit and the temperature are none
 * either: the one is what an earlier try left over, the other what the catalogue said at the start.
 */
export function hashCompletion({ purpose }: CallSubject, input: CompletionInput): string {
  const { model, system, user, schema, maxTokens } = input;
  return hashParts(['openrouter', purpose, model, system, user, schema, maxTokens]);
}

/** The SHA-256 of a question to the web. */
export function hashQuestion({ purpose }: CallSubject, { query, systemPrompt }: ExaQuestion): string {
  return hashParts(['exa', purpose, query, systemPrompt ?? null]);
}

/** An array has one JSON form; the schemas in it are constants of ours, whose keys never change their order. */
function hashParts(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts));
}
