import type { Document } from '../values/bson-type.ts';

/**
 * The error codes this endpoint answers with, by MongoDB's names.
 * Source: manual, "Error Codes"; the server's error_codes.yml.
 */
export const commandErrorCodes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  ProtocolError: 17,
  AuthenticationFailed: 18,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  CannotCreateIndex: 67,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  UnknownReplWriteConcern: 79,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  UnsatisfiableWriteConcern: 100,
  NotExactValueField: 111,
  WriteConflict: 112,
  DocumentValidationFailure: 121,
  CommandFailed: 125,
  InvalidIndexSpecificationOption: 197,
  SnapshotUnavailable: 246,
  NoSuchTransaction: 251,
  TransactionTooOld: 225,
  TransactionCommitted: 256,
  OperationNotSupportedInTransaction: 263,
  APIVersionError: 322,
  MechanismUnavailable: 334,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  IDLFailedToParse: 40_414,
  IDLUnknownField: 40_415,
  NotARetryableWriteCommand: 50_768,
  InvalidPipelineOperator: 168,
} as const;

export type CommandErrorName = keyof typeof commandErrorCodes | `Location${number}`;

type CommandErrorOptions = {
  readonly labels?: readonly string[];
  /** Further fields of the error, such as keyPattern and keyValue. */
  readonly extra?: Document;
};

/** A failure of a command, with the code and name that MongoDB has for it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: number;
  readonly codeName: CommandErrorName;
  readonly labels: readonly string[];
  readonly extra: Document;

  constructor(codeName: CommandErrorName, message: string, options: CommandErrorOptions = {}) {
    super(message);
    this.codeName = codeName;
    this.code = getCode(codeName);
    this.labels = options.labels ?? [];
    this.extra = options.extra ?? {};
  }
}

function getCode(codeName: CommandErrorName): number {
  for (const [name, code] of Object.entries(commandErrorCodes)) if (name === codeName) return code;
  return Number(codeName.replace('Location', ''));
}

export function createBadValueError(message: string): CommandError {
  return new CommandError('BadValue', message);
}

/** For what MongoDB can do and this endpoint cannot: better refused than answered wrongly. */
export function createNotSupportedError(what: string): CommandError {
  return new CommandError('BadValue', `${what} is not supported by the local stack; use a MongoDB server for it`);
}
