import { Int32 } from 'bson';
import type { Scope } from '../query/evaluate.ts';
import { compileExpression } from '../query/expression.ts';
import { compileFilter } from '../query/filter.ts';
import { compareBy, parseSort } from '../query/sort-specification.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { countItems } from '../values/count-items.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { createBadValueError, CommandError } from '../wire/command-error.ts';
import { compileDocumentStage } from './document-stages.ts';
import { compileGroup } from './group.ts';
import { compileLookup } from './lookup.ts';
import type { PipelineContext, Stage } from './stage.ts';
import { compileUnwind } from './unwind.ts';

/** Compiles a pipeline. Throws `CommandError` 40324 for a stage that is unknown or not supported. */
export function compilePipeline(stages: readonly unknown[], context: PipelineContext): Stage {
  const compiled = stages.map((stage) => {
    const [name, operand] = readSingleField(stage);
    return compileStage(name, operand, context);
  });
  return (documents) => compiled.reduce((input, stage) => stage(input), documents);
}

function readSingleField(stage: unknown): readonly [string, unknown] {
  const entries = isDocument(stage) ? Object.entries(stage) : [];
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) {
    throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.');
  }
  return entry;
}

function compileStage(name: string, operand: unknown, context: PipelineContext): Stage {
  switch (name) {
    case '$match':
      return compileMatch(operand, context);
    case '$sort':
      return compileSort(operand);
    case '$limit':
      return compileLimit(operand);
    case '$skip':
      return compileSkip(operand);
    case '$group':
      return compileGroup(operand, context.scope);
    case '$lookup':
      return compileLookup(operand, context, compilePipeline);
    case '$unwind':
      return compileUnwind(operand);
    case '$count':
      return compileCount(operand);
    case '$sortByCount':
      return compileSortByCount(operand, context.scope);
    default:
      return wrapDocumentStage(name, operand, context.scope);
  }
}

function wrapDocumentStage(name: string, operand: unknown, scope: Scope): Stage {
  const change = compileDocumentStage(name, operand, scope);
  if (change === undefined) throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
  return function* (documents) {
    for (const document of documents) yield change(document);
  };
}

function compileMatch(operand: unknown, { scope }: PipelineContext): Stage {
  if (!isDocument(operand)) {
    throw new CommandError('Location15959', 'the match filter must be an expression in an object');
  }
  const matches = compileFilter(operand, scope);
  return function* (documents) {
    for (const document of documents) if (matches(document)) yield document;
  };
}

function compileSort(operand: unknown): Stage {
  if (!isDocument(operand)) throw new CommandError('Location15973', 'the $sort key specification must be an object');
  const keys = parseSort(operand);
  if (keys.length === 0) throw new CommandError('Location15976', '$sort stage must have at least one sort key');
  const compare = compareBy(keys);
  return (documents) => Array.from(documents).toSorted(compare);
}

function compileLimit(operand: unknown): Stage {
  const limit = toSafeInteger(operand);
  if (limit === undefined) {
    throw new CommandError('Location2107201', 'invalid argument to $limit stage: Expected an integer');
  }
  if (limit <= 0) throw new CommandError('Location15958', 'the limit must be positive');
  return (documents) => takeFirst(documents, limit);
}

export function* takeFirst(documents: Iterable<Document>, limit: number): Iterable<Document> {
  let taken = 0;
  for (const document of documents) {
    yield document;
    taken += 1;
    if (taken >= limit) return;
  }
}

function compileSkip(operand: unknown): Stage {
  const skip = toSafeInteger(operand);
  if (skip === undefined || skip < 0) {
    throw new CommandError('Location5107200', 'invalid argument to $skip stage: Expected a non-negative integer');
  }
  return (documents) => skipFirst(documents, skip);
}

export function* skipFirst(documents: Iterable<Document>, skip: number): Iterable<Document> {
  let skipped = 0;
  for (const document of documents) {
    if (skipped >= skip) yield document;
    else skipped += 1;
  }
}

function compileCount(operand: unknown): Stage {
  if (typeof operand !== 'string' || operand === '') {
    throw new CommandError('Location40156', 'the count field must be a non-empty string');
  }
  if (operand.startsWith('$') || operand.includes('.')) {
    throw new CommandError('Location40158', "the count field cannot be a $-prefixed path or contain '.'");
  }
  return function* (documents) {
    const count = countItems(documents);
    if (count > 0) yield { [operand]: new Int32(count) };
  };
}

function compileSortByCount(operand: unknown, scope: Scope): Stage {
  if (typeof operand !== 'string' || !operand.startsWith('$')) {
    throw createBadValueError('$sortByCount takes a field path here');
  }
  compileExpression(operand, scope);
  const group = compileGroup({ _id: operand, count: { $sum: new Int32(1) } }, scope);
  const sort = compileSort({ count: new Int32(-1) });
  return (documents) => sort(group(documents));
}
