import { hash } from 'node:crypto';
import type { ExaQuestion } from '@coliseum/exa/client';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import type { CallSubject } from './call-subject.ts';

/**
 * The SHA-256 of what a model is asked. Two agents of one model are two questions, as the prompt names the agent. No id is
 * a part of it: the same day played elsewhere makes the same requests. The time limit and the temperature are none
 * either: the one is what an earlier try left over, the other what the catalogue said at the start.
 */
export function completionSha256({ purpose }: CallSubject, input: CompletionInput): string {
  const { model, system, user, schema, maxTokens } = input;
  return sha256Of(['openrouter', purpose, model, system, user, schema, maxTokens]);
}

/** The SHA-256 of a question to the web. */
export function questionSha256({ purpose }: CallSubject, { query, systemPrompt }: ExaQuestion): string {
  return sha256Of(['exa', purpose, query, systemPrompt ?? null]);
}

/** An array has one JSON form; the schemas in it are constants of ours, whose keys never change their order. */
function sha256Of(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts));
}
