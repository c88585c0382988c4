import { compileUpdatePipeline } from '../pipeline/update-pipeline.ts';
import type { Scope } from '../query/evaluate.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { compareStrings } from '../values/compare.ts';
import { CommandError } from '../wire/command-error.ts';
import { keepIdOfDocument, keepIdOfReplacement } from './id-rules.ts';
import { compileFieldChange, type FieldChange, type UpdateMoment } from './operators.ts';

export type Update = {
  readonly kind: 'replacement' | 'operators' | 'pipeline';
  /** Whether it may change a value inside another one, or only replaces the document's own fields. */
  readonly changesInside: boolean;
  /** The changed document. May change the one it is given. */
  readonly apply: (document: Document, moment: UpdateMoment) => Document;
};

/** Compiles a replacement, a document of update operators, or an update pipeline. */
export function compileUpdate(update: unknown, scope: Scope): Update {
  if (Array.isArray(update)) {
    const change = compileUpdatePipeline(update, scope);
    return { kind: 'pipeline', changesInside: true, apply: keepIdOfReplacement(change) };
  }
  if (!isDocument(update)) {
    throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  }
  const [first] = Object.keys(update);
  return first?.startsWith('$') === true ? compileOperators(update) : compileReplacement(update);
}

function compileReplacement(replacement: Document): Update {
  for (const name of Object.keys(replacement)) {
    if (name.startsWith('$')) {
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${name}' is not allowed in a replacement.`,
      );
    }
  }
  return {
    kind: 'replacement',
    changesInside: false,
    // The top level of the replacement may be changed later; its values never are.
    apply: keepIdOfReplacement(() => ({ ...replacement })),
  };
}

function compileOperators(update: Document): Update {
  const changes = Object.entries(update).flatMap(([operator, fields]) => {
    if (!operator.startsWith('$')) {
      throw new CommandError('FailedToParse', `Unknown modifier: ${operator}. Expected a valid update modifier`);
    }
    if (!isDocument(fields)) {
      throw new CommandError('FailedToParse', `Modifiers operate on fields but we found another type at ${operator}`);
    }
    return Object.entries(fields).map(([path, operand]) => compileFieldChange(operator, path, operand));
  });
  refuseConflicts(changes);
  const ordered = changes.toSorted((left, right) => comparePaths(left.paths[0] ?? '', right.paths[0] ?? ''));
  return {
    kind: 'operators',
    changesInside: changes.some(({ paths }) => paths.some((path) => path.includes('.'))),
    apply: keepIdOfDocument((document, moment) => {
      for (const change of ordered) change.apply(document, moment);
      return document;
    }),
  };
}

/** New fields are added in the order of their names, numeric ones by number. Source: manual, "Update Operators Behavior". */
function comparePaths(left: string, right: string): number {
  const numbers = [Number(left), Number(right)] as const;
  if (numbers.every(Number.isInteger)) return numbers[0] - numbers[1];
  return compareStrings(left, right);
}

function refuseConflicts(changes: readonly FieldChange[]): void {
  const seen: string[] = [];
  for (const path of changes.flatMap((change) => change.paths)) {
    const other = seen.find((known) => known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`));
    if (other !== undefined) {
      throw new CommandError(
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${other}'`,
      );
    }
    seen.push(path);
  }
}
