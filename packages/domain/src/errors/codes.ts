import type { StageName } from '../stage-name.ts';

/** A service that the arena's processes reach over the network. */
export type ErrorService = 'kalshi' | 'openrouter' | 'exa' | 'database' | 'queue';

/** How a call failed, whether to Kalshi, OpenRouter or Exa. */
export type CallFailure =
  | 'bad_request'
  | 'bad_response'
  | 'budget_exhausted'
  | 'model_retired'
  | 'no_answer'
  | 'no_credit'
  | 'not_found'
  | 'rate_limited'
  | 'refused'
  | 'timeout'
  | 'unauthorized'
  | 'unavailable';

export type ErrorEntry = {
  readonly meaning: string;
  /** Whose failure it is; absent for the arena's own. */
  readonly service?: ErrorService;
  /** Only for Kalshi, OpenRouter and Exa. */
  readonly failure?: CallFailure;
  /** The stage, where the code can come from one only. */
  readonly stage?: StageName;
};

function createKalshiEntry(failure: CallFailure, meaning: string): ErrorEntry {
  return { service: 'kalshi', failure, meaning };
}

function createOpenRouterEntry(failure: CallFailure, meaning: string): ErrorEntry {
  return { service: 'openrouter', failure, meaning };
}

function createExaEntry(failure: CallFailure, meaning: string): ErrorEntry {
  return { service: 'exa', failure, stage: 'research', meaning };
}

const CODES = {
  ALERT_NOT_DELIVERED: { meaning: 'An alert could not be delivered to one of its channels.' },
  ARGUMENT_INVALID: { meaning: 'A command or API procedure received an invalid argument.' },
  BACKUP_INVALID: { meaning: 'A backup is incomplete, damaged, or of a newer version.' },
  BATCH_EXISTS: { meaning: 'The date already has a committed batch.' },
  CONFIG_INVALID: { meaning: 'An environment variable is missing or invalid.' },
  DATABASE_CONFLICT: {
    service: 'database',
    meaning: 'A write violated a unique key or conflicted with another writer.',
  },
  DATABASE_NOT_EMPTY: {
    service: 'database',
    meaning: 'A backup cannot be restored into a database that holds something.',
  },
  DATABASE_NOT_MIGRATED: {
    service: 'database',
    meaning: 'The database is missing a collection, validator or index of the contract.',
  },
  DATABASE_NOT_REPLICA_SET: {
    service: 'database',
    meaning: 'The MongoDB server is not a replica set and cannot run transactions.',
  },
  DATABASE_UNAUTHORIZED: {
    service: 'database',
    meaning: 'The MongoDB server rejected the user, or the user lacks a right.',
  },
  DATABASE_UNAVAILABLE: { service: 'database', meaning: 'The MongoDB server does not answer.' },
  DATABASE_UNSUITABLE: { service: 'database', meaning: 'The database server cannot hold a part of the contract.' },
  DATA_FOLDER_IN_USE: { meaning: 'Another process is using the data folder.' },
  DATA_FOLDER_TOO_NEW: { meaning: 'The data folder was written by a newer version.' },
  EXA_BAD_REQUEST: createExaEntry('bad_request', 'Exa rejected the request as malformed.'),
  EXA_BAD_RESPONSE: createExaEntry('bad_response', 'Exa sent an answer that does not match its API.'),
  EXA_BUDGET_EXHAUSTED: createExaEntry('budget_exhausted', "The question does not fit into the day's budget."),
  EXA_NO_ANSWER: createExaEntry('no_answer', 'Exa found no answer.'),
  EXA_NO_CREDIT: createExaEntry('no_credit', 'The Exa account or key has run out of credit.'),
  EXA_RATE_LIMITED: createExaEntry('rate_limited', 'Exa rejected the request because of its rate limit.'),
  EXA_TIMEOUT: createExaEntry('timeout', 'Exa did not answer in time.'),
  EXA_UNAUTHORIZED: createExaEntry('unauthorized', 'Exa rejected the API key.'),
  EXA_UNAVAILABLE: createExaEntry('unavailable', 'Exa is down or unreachable.'),
  KALSHI_BAD_REQUEST: createKalshiEntry('bad_request', 'Kalshi rejected the request as malformed.'),
  KALSHI_BAD_RESPONSE: createKalshiEntry('bad_response', 'Kalshi sent an answer that does not match its API.'),
  KALSHI_LIST_UNUSABLE: createKalshiEntry(
    'unavailable',
    'Kalshi lists no open market, or a list that expires while it is read.',
  ),
  KALSHI_MARKET_NOT_FOUND: createKalshiEntry('not_found', 'Kalshi has no such market, live or archived.'),
  KALSHI_RATE_LIMITED: createKalshiEntry('rate_limited', 'Kalshi rejected the request because of its rate limit.'),
  KALSHI_TIMEOUT: createKalshiEntry('timeout', 'Kalshi did not answer in time.'),
  KALSHI_UNAVAILABLE: createKalshiEntry('unavailable', 'Kalshi is down or unreachable.'),
  MARKETS_FILE_INVALID: { meaning: 'A file of recorded markets cannot be read.' },
  NOT_FOUND: { meaning: 'Nothing with that id exists.' },
  OPENROUTER_ACCOUNT_SETTING: createOpenRouterEntry(
    'unauthorized',
    'A setting of the OpenRouter account excludes every provider of the model.',
  ),
  OPENROUTER_BAD_REQUEST: createOpenRouterEntry('bad_request', 'OpenRouter rejected the request as malformed.'),
  OPENROUTER_BAD_RESPONSE: createOpenRouterEntry(
    'bad_response',
    'OpenRouter sent an answer that does not match its API.',
  ),
  OPENROUTER_BUDGET_EXHAUSTED: createOpenRouterEntry(
    'budget_exhausted',
    "The request does not fit into the day's budget.",
  ),
  OPENROUTER_MODEL_RETIRED: createOpenRouterEntry(
    'model_retired',
    'The model is no longer served, or not with what the request needs.',
  ),
  OPENROUTER_NO_CREDIT: createOpenRouterEntry('no_credit', 'The OpenRouter account or key cannot pay for the request.'),
  OPENROUTER_RATE_LIMITED: createOpenRouterEntry(
    'rate_limited',
    'OpenRouter or the provider rejected the request because of a rate limit.',
  ),
  OPENROUTER_REFUSED: createOpenRouterEntry('refused', 'Moderation refused the request.'),
  OPENROUTER_TIMEOUT: createOpenRouterEntry('timeout', 'The model did not answer in time.'),
  OPENROUTER_UNAUTHORIZED: createOpenRouterEntry('unauthorized', 'OpenRouter rejected the API key.'),
  OPENROUTER_UNAVAILABLE: createOpenRouterEntry('unavailable', 'OpenRouter or the provider is down or unreachable.'),
  PERSONA_INVALID: { meaning: 'A persona file has a mistake.' },
  PORT_IN_USE: { meaning: 'A port that the arena needs is in use.' },
  QUEUE_UNAUTHORIZED: { service: 'queue', meaning: 'The queue server rejected the user and password.' },
  QUEUE_UNAVAILABLE: { service: 'queue', meaning: 'The queue server does not answer.' },
  QUEUE_UNSUITABLE: { service: 'queue', meaning: 'The queue server is set up in a way that loses jobs.' },
  RUN_FAILED: { meaning: 'The match day could not be played.' },
  RUN_IN_PROGRESS: { meaning: 'Another worker is playing the match day.' },
  SCENARIO_INVALID: { meaning: 'A scenario of simulated faults cannot be read.' },
  SERVICE_FAILED: { meaning: 'A process of the arena did not start, or exited unexpectedly.' },
  SIMULATOR_STATE_INVALID: { meaning: "The file that holds a simulator's state cannot be used." },
  WORKER_STOPPING: { meaning: 'The process was told to stop during a match day.' },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof CODES;

/**
 * Every code an operational error of the arena can carry, with its meaning and what is decided by it: nothing is decided
 * by the letters of a code. `docs/errors.md` has a row for each.
 */
export const errorCodes: Readonly<Record<ErrorCode, ErrorEntry>> = CODES;

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCodes, text);
}
