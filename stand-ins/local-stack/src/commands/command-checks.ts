import { type Document, isDocument } from '../values/bson-type.ts';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';
import { readBooleanArgument, readStringArgument } from './arguments.ts';
import { type CommandDefinition, genericFields } from './command.ts';

const readModes = ['primary', 'primaryPreferred', 'secondary', 'secondaryPreferred', 'nearest'];

/** Refuses an unknown field: to accept and ignore it would be a silent mistake. */
export function checkFields(name: string, command: Document, known: readonly string[]): void {
  for (const field of Object.keys(command)) {
    if (field === name || known.includes(field) || genericFields.has(field)) continue;
    throw new CommandError('IDLUnknownField', `BSON field '${name}.${field}' is an unknown field.`);
  }
  checkApi(command);
  checkReadPreference(command['$readPreference']);
}

/** Refuses a command that lacks a required field, or that MongoDB does not take on this database. */
export function checkUse(name: string, command: Document, definition: CommandDefinition): void {
  if (definition.adminOnly === true) checkAdmin(name, command);
  for (const field of definition.required ?? []) {
    if (command[field] === undefined) throw createMissingFieldError(`${name}.${field}`);
  }
}

export function checkAdmin(name: string, command: Document): void {
  if (command['$db'] === 'admin') return;
  throw new CommandError('Unauthorized', `${name} may only be run against the admin database.`);
}

export function createMissingFieldError(field: string): CommandError {
  return new CommandError('IDLFailedToParse', `BSON field '${field}' is missing but a required field`);
}

/** The one node is the primary, and the nearest too: any mode reads from it. Source: manual, "Read Preference". */
function checkReadPreference(preference: unknown): void {
  if (preference === undefined) return;
  const mode = isDocument(preference) ? preference['mode'] : undefined;
  if (typeof mode === 'string' && readModes.includes(mode)) return;
  throw new CommandError(
    'FailedToParse',
    `Could not parse $readPreference: its mode is one of ${readModes.join(', ')}`,
  );
}

/** The only Stable API is version 1. Which commands belong to it is not known here, so `apiStrict` is refused. */
function checkApi(command: Document): void {
  if (command['apiVersion'] !== undefined && readStringArgument(command, 'apiVersion') !== '1') {
    throw new CommandError('APIVersionError', 'API version must be "1"');
  }
  for (const field of ['apiStrict', 'apiDeprecationErrors']) {
    if (command[field] === undefined) continue;
    if (command['apiVersion'] === undefined) {
      throw new CommandError('APIVersionError', `Provided ${field}, but did not pass an apiVersion parameter`);
    }
    if (readBooleanArgument(command, field, false)) throw createNotSupportedError(`The field '${field}'`);
  }
}
