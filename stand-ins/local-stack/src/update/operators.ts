import { Int32, Timestamp } from 'bson';
import { calculate } from '../values/arithmetic.ts';
import { getBsonType, type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { compareValues } from '../values/compare.ts';
import { createBadValueError, CommandError } from '../wire/command-error.ts';
import { compileAddToSet, compilePop, compilePull, compilePullAll, compilePush } from './array-modifiers.ts';
import { getAt, parseUpdatePath, removeAt, setAt } from './field-path.ts';

export type UpdateMoment = { readonly now: Date; readonly isInsert: boolean };

/** One change of one path, ready to be applied to any document. */
export type FieldChange = {
  readonly paths: readonly string[];
  readonly apply: (document: Document, moment: UpdateMoment) => void;
};

/** Compiles one `{ $operator: { path: operand } }` entry. Throws FailedToParse for an operator MongoDB does not know. */
export function compileFieldChange(operator: string, path: string, operand: unknown): FieldChange {
  const components = parseUpdatePath(path);
  const createChange = (apply: FieldChange['apply']): FieldChange => ({ paths: [path], apply });
  switch (operator) {
    case '$set':
      return createChange((document) => setAt(document, components, operand));
    case '$setOnInsert':
      return createChange((document, { isInsert }) => (isInsert ? setAt(document, components, operand) : undefined));
    case '$unset':
      return createChange((document) => removeAt(document, components));
    case '$inc':
    case '$mul':
      return createChange(compileArithmeticChange(operator, components, operand));
    case '$min':
      return createChange(compileExtremeChange(components, operand, -1));
    case '$max':
      return createChange(compileExtremeChange(components, operand, 1));
    case '$currentDate':
      return createChange(compileCurrentDateChange(components, operand));
    case '$rename':
      return compileRenameChange(path, components, operand);
    default:
      return createChange(compileArrayChange(operator, components, operand));
  }
}

function compileArithmeticChange(
  operator: '$inc' | '$mul',
  path: readonly string[],
  operand: unknown,
): FieldChange['apply'] {
  if (!isNumeric(operand)) {
    throw new CommandError(
      'TypeMismatch',
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path.join('.')}}`,
    );
  }
  return (document) => {
    const current = getAt(document, path);
    if (current !== undefined && !isNumeric(current)) {
      throw new CommandError(
        'TypeMismatch',
        `Cannot apply ${operator} to a value of non-numeric type ${getBsonType(current)} at '${path.join('.')}'`,
      );
    }
    if (operator === '$inc') {
      setAt(document, path, current === undefined ? operand : calculate('add', current, operand));
    } else setAt(document, path, calculate('multiply', current ?? new Int32(0), operand));
  };
}

function compileExtremeChange(path: readonly string[], operand: unknown, direction: 1 | -1): FieldChange['apply'] {
  return (document) => {
    const current = getAt(document, path);
    if (current === undefined || compareValues(operand, current) * direction > 0) setAt(document, path, operand);
  };
}

function compileCurrentDateChange(path: readonly string[], operand: unknown): FieldChange['apply'] {
  const type = isDocument(operand) ? operand['$type'] : operand === true || operand === false ? 'date' : undefined;
  const others = isDocument(operand) ? Object.keys(operand).filter((name) => name !== '$type') : [];
  if ((type !== 'date' && type !== 'timestamp') || others.length > 0) {
    throw createBadValueError("$currentDate takes true, { $type: 'date' } or { $type: 'timestamp' }");
  }
  return (document, { now }) => {
    setAt(document, path, type === 'date' ? now : new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
  };
}

function compileRenameChange(path: string, components: readonly string[], operand: unknown): FieldChange {
  if (typeof operand !== 'string') throw createBadValueError(`The 'to' field for $rename must be a string: ${path}`);
  const target = parseUpdatePath(operand);
  return {
    paths: [path, operand],
    apply: (document) => {
      const value = getAt(document, components);
      if (value === undefined) return;
      refuseElement(document, components, path);
      refuseElement(document, target, operand);
      removeAt(document, components);
      setAt(document, target, value);
    },
  };
}

/** Source: manual, "$rename": it does not work on fields in array elements. */
function refuseElement(document: Document, components: readonly string[], path: string): void {
  for (let length = 1; length < components.length; length += 1) {
    if (Array.isArray(getAt(document, components.slice(0, length)))) {
      throw createBadValueError(`$rename cannot take or make an array element: '${path}'`);
    }
  }
}

function compileArrayChange(operator: string, path: readonly string[], operand: unknown): FieldChange['apply'] {
  const compile = arrayOperators[operator];
  if (compile === undefined) {
    throw new CommandError(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  const changeArray = compile(operand);
  const createsArray = operator === '$push' || operator === '$addToSet';
  return (document) => {
    const current = getAt(document, path);
    if (current === undefined && !createsArray) return;
    if (current !== undefined && !Array.isArray(current)) {
      if (operator === '$pop') {
        throw new CommandError('TypeMismatch', `Path '${path.join('.')}' contains an element of non-array type`);
      }
      throw createBadValueError(
        `The field '${path.join('.')}' must be an array but is of type ${getBsonType(current)} (${operator})`,
      );
    }
    setAt(document, path, changeArray(current ?? []));
  };
}

const arrayOperators: Readonly<Record<string, (operand: unknown) => (current: readonly unknown[]) => unknown[]>> = {
  $push: compilePush,
  $addToSet: compileAddToSet,
  $pull: compilePull,
  $pullAll: compilePullAll,
  $pop: compilePop,
};
