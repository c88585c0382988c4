import type { Evaluate, Scope } from '../query/evaluate.ts';
import { compileExpression } from '../query/expression.ts';
import { type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { toNumber } from '../values/exact-number.ts';
import { getOwnField } from '../values/path.ts';
import { CommandError } from '../wire/command-error.ts';

/** A projection as a tree: the action for a field, or for the fields below it. */
type Branch = Map<string, Action>;
type Action =
  | { readonly kind: 'include' }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'compute'; readonly evaluate: Evaluate }
  | { readonly kind: 'nested'; readonly branch: Branch };

/** Compiles a projection, which either keeps or leaves out the fields it names; `_id` may be the exception. */
export function compileProjection(projection: Document, scope: Scope): (document: Document) => Document {
  const branch: Branch = new Map();
  addFields(branch, projection, scope, '');
  const kinds = new Set(listLeafKinds(branch, true));
  const excludes = kinds.has('exclude');
  if (excludes && kinds.size > 1) {
    throw new CommandError(
      'Location31254',
      'Cannot do exclusion on a field in inclusion projection, nor the other way round',
    );
  }
  const idAction = branch.get('_id')?.kind;
  if (excludes || (kinds.size === 0 && idAction === 'exclude')) return (document) => exclude(document, branch);
  if (idAction === undefined) branch.set('_id', { kind: 'include' });
  return (document) => include(document, branch, { root: document, current: document, variables: scope.variables });
}

function addFields(branch: Branch, projection: Document, scope: Scope, prefix: string): void {
  for (const [path, operand] of Object.entries(projection)) {
    const full = prefix === '' ? path : `${prefix}.${path}`;
    if (path === '' || path.split('.').includes('')) {
      throw new CommandError('Location40353', `FieldPath '${full}' is not valid in a projection`);
    }
    if (path.startsWith('$') || path.includes('.$')) {
      throw new CommandError('Location31324', `A projection of '${full}' is not supported`);
    }
    addAction(branch, path.split('.'), toAction(operand, scope, full), full);
  }
}

function toAction(operand: unknown, scope: Scope, path: string): Action {
  if (typeof operand === 'boolean' || isNumeric(operand)) {
    return operand === false || (isNumeric(operand) && toNumber(operand) === 0)
      ? { kind: 'exclude' }
      : { kind: 'include' };
  }
  if (isDocument(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
    const branch: Branch = new Map();
    if (Object.keys(operand).length === 0) {
      throw new CommandError('Location51270', `An empty sub-projection is not a valid value: ${path}`);
    }
    addFields(branch, operand, scope, path);
    return { kind: 'nested', branch };
  }
  return { kind: 'compute', evaluate: compileExpression(operand, scope) };
}

function addAction(branch: Branch, components: readonly string[], action: Action, path: string): void {
  const [name = '', ...rest] = components;
  const existing = branch.get(name);
  if (rest.length === 0) {
    if (existing !== undefined) throw createCollisionError(path);
    branch.set(name, action);
    return;
  }
  if (existing === undefined) {
    const nested: Branch = new Map();
    branch.set(name, { kind: 'nested', branch: nested });
    return addAction(nested, rest, action, path);
  }
  if (existing.kind !== 'nested') throw createCollisionError(path);
  addAction(existing.branch, rest, action, path);
}

function createCollisionError(path: string): CommandError {
  return new CommandError('Location31250', `Path collision at ${path}`);
}

function listLeafKinds(branch: Branch, isTop: boolean): ('exclude' | 'keep')[] {
  return [...branch].flatMap(([name, action]) => {
    if (action.kind === 'nested') return listLeafKinds(action.branch, false);
    // `_id` may be excluded where the others are included, and the other way round.
    if (isTop && name === '_id' && action.kind !== 'compute') return [];
    return [action.kind === 'exclude' ? 'exclude' : 'keep'];
  });
}

function exclude(document: Document, branch: Branch): Document {
  const result: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const action = branch.get(name);
    if (action === undefined || action.kind === 'include') result[name] = value;
    else if (action.kind === 'nested') result[name] = mapNested(value, (nested) => exclude(nested, action.branch));
  }
  return result;
}

/** Projects arrays element by element. */
function mapNested(value: unknown, project: (document: Document) => Document): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => mapNested(element, project));
  return isDocument(value) ? project(value) : value;
}

function include(document: Document, branch: Branch, environment: Parameters<Evaluate>[0]): Document {
  const result: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const action = branch.get(name);
    if (action?.kind === 'include') result[name] = value;
    else if (action?.kind === 'nested') setIfPresent(result, name, includeNested(value, action.branch, environment));
  }
  for (const [name, action] of branch) {
    if (action.kind === 'compute') setIfPresent(result, name, action.evaluate(environment));
    else if (action.kind === 'nested' && getOwnField(document, name) === undefined && hasComputed(action.branch)) {
      result[name] = include({}, action.branch, environment);
    }
  }
  return result;
}

function setIfPresent(document: Document, name: string, value: unknown): void {
  if (value !== undefined) document[name] = value;
}

function includeNested(value: unknown, branch: Branch, environment: Parameters<Evaluate>[0]): unknown {
  if (Array.isArray(value)) {
    return value
      .map((element: unknown) => includeNested(element, branch, environment))
      .filter((element) => element !== undefined);
  }
  if (isDocument(value)) return include(value, branch, environment);
  return hasComputed(branch) ? include({}, branch, environment) : undefined;
}

function hasComputed(branch: Branch): boolean {
  return [...branch.values()].some(
    (action) => action.kind === 'compute' || (action.kind === 'nested' && hasComputed(action.branch)),
  );
}
