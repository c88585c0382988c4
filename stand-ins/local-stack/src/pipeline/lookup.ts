import { BSONRegExp } from 'bson';
import type { Evaluate, Scope } from '../query/evaluate.ts';
import { compileExpression } from '../query/expression.ts';
import { checkVariableName } from '../query/variable-name.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { getValuesAt } from '../values/path.ts';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';
import type { CompilePipeline, PipelineContext, Stage } from './stage.ts';

type Lookup = {
  readonly from: string;
  readonly as: string;
  readonly localField: string | undefined;
  readonly foreignField: string | undefined;
  readonly variables: readonly (readonly [string, Evaluate])[];
  readonly stages: readonly unknown[];
};

/** `$lookup` by equality, by pipeline with `let`, or both. The foreign side is read through its indexes. */
export function compileLookup(operand: unknown, context: PipelineContext, compilePipeline: CompilePipeline): Stage {
  const lookup = parseLookup(operand, context.scope);
  const inner = {
    variables: {
      ...context.scope.variables,
      ...Object.fromEntries(lookup.variables.map(([name]) => [name, undefined])),
    },
  };
  // Compiled here for its errors, and again for each document, because `let` gives other values.
  compilePipeline(lookup.stages, { ...context, scope: inner });
  return function* (documents) {
    for (const document of documents) {
      yield { ...document, [lookup.as]: joinForeign(document, lookup, context, compilePipeline) };
    }
  };
}

function joinForeign(
  document: Document,
  lookup: Lookup,
  context: PipelineContext,
  compilePipeline: CompilePipeline,
): Document[] {
  const environment = { root: document, current: document, variables: context.scope.variables };
  const values = lookup.variables.map(([name, evaluate]) => [name, evaluate(environment)] as const);
  const scope: Scope = { variables: { ...context.scope.variables, ...Object.fromEntries(values) } };
  const foreign = context.read(lookup.from, buildForeignFilter(document, lookup), scope);
  return [...compilePipeline(lookup.stages, { ...context, scope })(foreign)];
}

function buildForeignFilter(document: Document, { localField, foreignField }: Lookup): Document {
  if (localField === undefined || foreignField === undefined) return {};
  const values = getValuesAt(document, localField.split('.')).flatMap((value): readonly unknown[] =>
    Array.isArray(value) ? value : [value ?? null],
  );
  if (values.length === 0) return { [foreignField]: null };
  // `$in` would match a regular expression as a pattern, where a join compares it as a value.
  const hasPatterns = values.some((value) => value instanceof BSONRegExp);
  if (hasPatterns) return { $or: values.map((value) => ({ [foreignField]: { $eq: value } })) };
  return { [foreignField]: { $in: values } };
}

function parseLookup(operand: unknown, scope: Scope): Lookup {
  if (!isDocument(operand)) throw new CommandError('FailedToParse', 'the $lookup specification must be an Object');
  for (const name of Object.keys(operand)) {
    if (!['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'].includes(name)) {
      throw new CommandError('FailedToParse', `unknown argument to $lookup: ${name}`);
    }
  }
  const { from, as, localField, foreignField, pipeline, let: bindings } = operand;
  if (typeof from !== 'string' || typeof as !== 'string') {
    throw new CommandError('FailedToParse', "$lookup needs 'from' and 'as' as strings");
  }
  if (as.includes('.')) throw createNotSupportedError("$lookup with a dotted 'as'");
  const paths = [readField('localField', localField), readField('foreignField', foreignField)];
  checkPath(as);
  if (pipeline === undefined && (paths.includes(undefined) || bindings !== undefined)) {
    throw new CommandError('FailedToParse', "$lookup takes 'localField' and 'foreignField', or 'pipeline' with 'let'");
  }
  if (!Array.isArray(pipeline ?? []) || !isDocument(bindings ?? {})) {
    throw new CommandError('FailedToParse', "$lookup's pipeline is an array, its let an object");
  }
  if ((paths[0] === undefined) !== (paths[1] === undefined)) {
    throw new CommandError('FailedToParse', "$lookup requires both or neither of 'localField' and 'foreignField'");
  }
  return {
    from,
    as,
    localField: paths[0],
    foreignField: paths[1],
    variables: Object.entries(isDocument(bindings) ? bindings : {}).map(
      ([name, expression]) => [checkVariableName(name), compileExpression(expression, scope)] as const,
    ),
    stages: Array.isArray(pipeline) ? pipeline : [],
  };
}

function readField(name: string, path: unknown): string | undefined {
  if (path === undefined) return undefined;
  if (typeof path !== 'string') throw new CommandError('FailedToParse', `$lookup argument '${name}' must be a string`);
  return checkPath(path);
}

function checkPath(path: string): string {
  if (path.split('.').includes('')) {
    throw new CommandError('Location40353', `FieldPath '${path}' has an empty component`);
  }
  if (path.startsWith('$')) {
    throw new CommandError(
      'Location16410',
      `FieldPath field names may not start with '$'. Consider the name '${path}' without it`,
    );
  }
  return path;
}
