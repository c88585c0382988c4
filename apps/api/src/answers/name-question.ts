import type { AnyRouter } from '@trpc/server';
import { z } from 'zod';
import { formatQuestionKey } from './question-key.ts';

/**
 * Names a call by its procedure and its input as the procedure reads it: defaults filled in, unknown fields left out, in the
 * order of the schema. Null for input that the procedure refuses.
 */
export type QuestionNamer = (path: string, rawInput: unknown) => string | null;

export function createQuestionNamer(router: AnyRouter): QuestionNamer {
  const procedures = Procedures.parse(router._def.procedures);
  const schemas = new Map(Object.entries(procedures).map(([path, procedure]) => [path, listSchemas(procedure)]));
  return (path, rawInput) => {
    const inputs = (schemas.get(path) ?? []).map((schema) => schema.safeParse(rawInput));
    if (!inputs.every(({ success }) => success)) return null;
    return formatQuestionKey(
      path,
      inputs.map(({ data }) => data),
    );
  };
}

const Procedures = z.record(z.string(), z.unknown());
const Definition = z.looseObject({ inputs: z.array(z.instanceof(z.ZodType)) });

/** The schemas of a procedure's input; none where it takes nothing. */
function listSchemas(procedure: unknown): readonly z.ZodType[] {
  return typeof procedure === 'function' && '_def' in procedure ? Definition.parse(procedure._def).inputs : [];
}
