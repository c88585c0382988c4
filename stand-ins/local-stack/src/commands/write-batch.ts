import type { Document } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import { createMissingFieldError } from './command-checks.ts';

/** As announced by `hello`. */
export const MAX_WRITE_BATCH = 100_000;

/** Refuses a batch that is empty or too long. */
export function checkBatch(name: string, statements: readonly unknown[]): void {
  if (statements.length >= 1 && statements.length <= MAX_WRITE_BATCH) return;
  throw new CommandError(
    'InvalidLength',
    `Write batch sizes must be between 1 and ${MAX_WRITE_BATCH}. Got ${statements.length} operations in '${name}'.`,
  );
}

/** Refuses an unknown field of a statement, and a statement that lacks a required one. */
export function checkStatementFields(
  command: string,
  statement: Document,
  known: readonly string[],
  required: readonly string[],
): void {
  for (const field of required) {
    if (statement[field] === undefined) throw createMissingFieldError(`${command}.${field}`);
  }
  for (const field of Object.keys(statement)) {
    if (!known.includes(field)) {
      throw new CommandError('IDLUnknownField', `BSON field '${command}.${field}' is an unknown field.`);
    }
  }
}
