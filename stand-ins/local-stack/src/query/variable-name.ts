import { CommandError } from '../wire/command-error.ts';

/**
 * Refuses a name that a user's variable cannot have: it would hide a system variable, or never be found.
 * Source: manual, "Variables in Aggregation Expressions": a lower-case or non-ASCII character, then also digits, capitals and `_`.
 */
export function checkVariableName(name: unknown): string {
  if (typeof name !== 'string') throw new CommandError('FailedToParse', 'The name of a variable has to be a string');
  if (name === '') throw new CommandError('FailedToParse', 'empty variable names are not allowed');
  if (!/^[a-z\u{80}-\u{10ffff}]/u.test(name)) {
    throw new CommandError('FailedToParse', `'${name}' starts with an invalid character for a user variable name`);
  }
  if (!/^[a-zA-Z0-9_\u{80}-\u{10ffff}]*$/u.test(name)) {
    throw new CommandError('FailedToParse', `'${name}' contains an invalid character for a variable name`);
  }
  return name;
}
