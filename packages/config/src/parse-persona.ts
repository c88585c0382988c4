import { PersonaConfig } from '@coliseum/domain/persona';
import { failure, success, type Result } from '@coliseum/domain/result';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a persona's text, and in which line, from 1. */
export type PersonaIssue = { readonly line: number; readonly message: string };

/** A persona and the line its name stands in. */
export type ParsedPersona = { readonly config: PersonaConfig; readonly nameLine: number };

type FindLine = (path: readonly PropertyKey[]) => number;

/** Reads the YAML text of one persona; every mistake in it is returned with its line. */
export function parsePersona(text: string): Result<ParsedPersona, readonly PersonaIssue[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return failure(broken.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, message })));
  }
  const findLine: FindLine = (path) => Math.max(1, lines.linePos(findOffset(document, path)).line);
  const parsed = PersonaConfig.safeParse(document.toJS());
  if (parsed.success) return success({ config: parsed.data, nameLine: findLine(['name']) });
  return failure(parsed.error.issues.flatMap((issue) => describeIssue(issue, document, findLine)));
}

function describeIssue(issue: z.core.$ZodIssue, document: Document, findLine: FindLine): PersonaIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ line: findLine([...issue.path, key]), message: `${key}: unknown field` }));
  }
  const field = issue.path.join('.');
  if (field === '') return [{ line: 1, message: 'a persona must be a list of fields, one `field: value` per line' }];
  if (!document.hasIn(issue.path)) return [{ line: 1, message: `${field}: missing field` }];
  return [{ line: findLine(issue.path), message: `${field}: ${issue.message}` }];
}

/** Where the field that `path` leads to starts: at its key, or at the item of a list. */
function findOffset(document: Document, path: readonly PropertyKey[]): number {
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
