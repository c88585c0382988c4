import type { Environment, Evaluate, Scope } from '../query/evaluate.ts';
import { compileExpression } from '../query/expression.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { getOwnField } from '../values/path.ts';
import { CommandError } from '../wire/command-error.ts';
import { compileProjection } from './projection.ts';

export type DocumentStage = (document: Document) => Document;

/** Compiles a stage that turns one document into one document; undefined when `name` is no such stage. */
export function compileDocumentStage(name: string, operand: unknown, scope: Scope): DocumentStage | undefined {
  switch (name) {
    case '$set':
    case '$addFields':
      return compileAddFields(name, operand, scope);
    case '$unset':
      return compileUnset(operand, scope);
    case '$project':
      if (!isDocument(operand) || Object.keys(operand).length === 0) {
        throw new CommandError('Location51272', '$project specification must be an object with at least one field');
      }
      return compileProjection(operand, scope);
    case '$replaceWith':
      return compileReplace(operand, scope);
    case '$replaceRoot':
      if (!isDocument(operand) || !Object.hasOwn(operand, 'newRoot') || Object.keys(operand).length !== 1) {
        throw new CommandError('Location40229', '$replaceRoot takes { newRoot: <expression> }');
      }
      return compileReplace(operand['newRoot'], scope);
    default:
      return undefined;
  }
}

function compileAddFields(name: string, operand: unknown, scope: Scope): DocumentStage {
  if (!isDocument(operand)) throw new CommandError('Location40272', `${name} specification stage must be an object`);
  if (Object.keys(operand).length === 0) {
    throw new CommandError('Location40177', 'specification must have at least one field');
  }
  const fields = Object.entries(operand).map(([path, expression]) => {
    const components = path.split('.');
    if (components.some((component) => component === '' || component.startsWith('$'))) {
      throw new CommandError('Location16410', `FieldPath '${path}' is not valid in ${name}`);
    }
    return { components, evaluate: compileExpression(expression, scope) };
  });
  return (document) => {
    const environment: Environment = { root: document, current: document, variables: scope.variables };
    return fields.reduce((result, field) => addField(result, field.components, field.evaluate, environment), document);
  };
}

function addField(document: Document, path: readonly string[], evaluate: Evaluate, environment: Environment): Document {
  const value = evaluate(environment);
  return value === undefined ? removeField(document, path) : putField(document, path, value);
}

function putField(document: Document, path: readonly string[], value: unknown): Document {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return { ...document, [name]: value };
  return { ...document, [name]: putNested(getOwnField(document, name), rest, value) };
}

function putNested(existing: unknown, path: readonly string[], value: unknown): unknown {
  if (Array.isArray(existing)) return existing.map((element: unknown) => putNested(element, path, value));
  return putField(isDocument(existing) ? existing : {}, path, value);
}

function removeField(document: Document, path: readonly string[]): Document {
  const [name = '', ...rest] = path;
  if (!Object.hasOwn(document, name)) return document;
  if (rest.length > 0) return { ...document, [name]: removeNested(document[name], rest) };
  const { [name]: _, ...others } = document;
  return others;
}

function removeNested(existing: unknown, path: readonly string[]): unknown {
  if (Array.isArray(existing)) return existing.map((element: unknown) => removeNested(element, path));
  return isDocument(existing) ? removeField(existing, path) : existing;
}

function compileUnset(operand: unknown, scope: Scope): DocumentStage {
  const paths: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0 || paths.some((path) => typeof path !== 'string')) {
    throw new CommandError('Location31002', '$unset specification must be a string or an array of strings');
  }
  return compileProjection(Object.fromEntries(paths.map((path) => [String(path), false])), scope);
}

function compileReplace(operand: unknown, scope: Scope): DocumentStage {
  const evaluate = compileExpression(operand, scope);
  return (document) => {
    const value = evaluate({ root: document, current: document, variables: scope.variables });
    if (!isDocument(value)) throw new CommandError('Location40228', "'newRoot' expression must evaluate to an object");
    return value;
  };
}
