import type { Environment, Scope } from '../query/evaluate.ts';
import { compileExpression } from '../query/expression.ts';
import type { Document } from '../values/bson-type.ts';
import { isDocument } from '../values/bson-type.ts';
import { encodeKey } from '../values/key-encoding.ts';
import { CommandError } from '../wire/command-error.ts';
import { compileAccumulator } from './accumulators.ts';
import type { Stage } from './stage.ts';

type Group = { readonly id: unknown; readonly columns: unknown[][] };

/** `$group`. Groups come in the order of their first documents. */
export function compileGroup(operand: unknown, scope: Scope): Stage {
  if (!isDocument(operand)) throw new CommandError('Location15947', "a group's fields must be specified in an object");
  const { _id: idExpression, ...fields } = operand;
  if (!Object.hasOwn(operand, '_id')) {
    throw new CommandError('Location15955', 'a group specification must include an _id');
  }
  const evaluateId = compileExpression(idExpression, scope);
  const accumulators = Object.entries(fields).map(([name, accumulator]) => {
    if (name.startsWith('$')) {
      throw new CommandError('Location40236', `The field name '${name}' cannot be an operator name`);
    }
    if (name.includes('.')) throw new CommandError('Location40235', `The field name '${name}' cannot contain '.'`);
    return { name, ...compileAccumulator(name, accumulator, scope) };
  });
  return (documents) => {
    const groups = new Map<string, Group>();
    for (const document of documents) {
      const environment: Environment = { root: document, current: document, variables: scope.variables };
      const id = evaluateId(environment) ?? null;
      const key = encodeKey(id).toString('latin1');
      const group = groups.get(key) ?? { id, columns: accumulators.map(() => []) };
      groups.set(key, group);
      for (const [index, { evaluate }] of accumulators.entries()) group.columns[index]?.push(evaluate(environment));
    }
    return [...groups.values()].map((group) => buildResult(group, accumulators));
  };
}

function buildResult(
  group: Group,
  accumulators: readonly { name: string; fold: (values: readonly unknown[]) => unknown }[],
): Document {
  const result: Document = { _id: group.id };
  for (const [index, { name, fold }] of accumulators.entries()) result[name] = fold(group.columns[index] ?? []);
  return result;
}
