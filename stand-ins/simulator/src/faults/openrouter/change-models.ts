import { assertNever } from '@coliseum/domain/assert';
import type { Answer } from '../fault-effect.ts';
import { modelKinds, type ModelKind } from '../fault-kinds.ts';
import { isJsonObject } from '../json-fields.ts';

const EXPIRES_IN_MS = 3 * 86_400_000;

/** The list of models with their standing faults. `findKind` returns the fault of a slug. */
export function changeModels(answer: Answer, findKind: (slug: string) => string | null, nowMs: number): Answer {
  const models: unknown[] = Array.isArray(answer['data']) ? answer['data'] : [];
  return {
    ...answer,
    data: models.flatMap((model) => (isJsonObject(model) ? changeModel(model, findKind, nowMs) : [])),
  };
}

function changeModel(model: Answer, findKind: (slug: string) => string | null, nowMs: number): readonly Answer[] {
  const found = findKind(String(model['id']));
  const kind = modelKinds.find((candidate) => candidate === found);
  return kind === undefined ? [model] : applyKind(model, kind, nowMs);
}

function applyKind(model: Answer, kind: ModelKind, nowMs: number): readonly Answer[] {
  switch (kind) {
    case 'unlisted':
      return [];
    case 'expiring':
      return [{ ...model, expiration_date: new Date(nowMs + EXPIRES_IN_MS).toISOString().slice(0, 10) }];
    case 'unstructured':
      return [{ ...model, supported_parameters: ['max_tokens', 'stop'] }];
    default:
      return assertNever(kind);
  }
}
