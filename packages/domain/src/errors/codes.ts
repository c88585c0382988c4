import type { StageName } from '../stage-name.ts';

/** A service that the arena's processes reach over the network. */
export type ErrorService = 'kalshi' | 'openrouter' | 'exa' | 'database' | 'queue';

/** How a call of Kalshi, OpenRouter or Exa failed, whichever of them it was. */
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
  /** Where the code can only come from one stage of a day. */
  readonly stage?: StageName;
};

function kalshiEntry(failure: CallFailure, meaning: string): ErrorEntry {
  return { service: 'kalshi', failure, meaning };
}

function openRouterEntry(failure: CallFailure, meaning: string): ErrorEntry {
  return { service: 'openrouter', failure, meaning };
}

function exaEntry(failure: CallFailure, meaning: string): ErrorEntry {
  return { service: 'exa', failure, stage: 'research', meaning };
}

const CODES = {
  ALERT_NOT_DELIVERED: { meaning: 'An alert did not reach one of its channels.' },
  ARGUMENT_INVALID: { meaning: 'A command or procedure was given an argument it cannot take.' },
  BATCH_EXISTS: { meaning: 'The date already has a committed batch.' },
  CONFIG_INVALID: { meaning: 'An environment variable is missing or wrong.' },
  DATABASE_CONFLICT: { service: 'database', meaning: 'A write broke a unique key or lost against another writer.' },
  DATABASE_NOT_MIGRATED: {
    service: 'database',
    meaning: 'The database lacks a collection, validator or index of the contract.',
  },
  DATABASE_NOT_REPLICA_SET: {
    service: 'database',
    meaning: 'The MongoDB server has no replica set, so it cannot run transactions.',
  },
  DATABASE_UNAVAILABLE: { service: 'database', meaning: 'The MongoDB server does not answer.' },
  DATA_FOLDER_IN_USE: { meaning: 'Another process runs on the same data folder.' },
  DATA_FOLDER_TOO_NEW: { meaning: 'A newer version wrote the data folder.' },
  EXA_BAD_REQUEST: exaEntry('bad_request', 'Exa refused the request as malformed.'),
  EXA_BAD_RESPONSE: exaEntry('bad_response', 'Exa answered something that does not fit its contract.'),
  EXA_BUDGET_EXHAUSTED: exaEntry('budget_exhausted', 'The budget of the day does not cover the question.'),
  EXA_NO_ANSWER: exaEntry('no_answer', 'Exa found nothing to answer with.'),
  EXA_NO_CREDIT: exaEntry('no_credit', 'The Exa account or key has no credit left.'),
  EXA_RATE_LIMITED: exaEntry('rate_limited', 'Exa asks for fewer requests.'),
  EXA_TIMEOUT: exaEntry('timeout', 'Exa did not answer in time.'),
  EXA_UNAUTHORIZED: exaEntry('unauthorized', 'Exa does not accept the API key.'),
  EXA_UNAVAILABLE: exaEntry('unavailable', 'Exa is down or unreachable.'),
  KALSHI_BAD_REQUEST: kalshiEntry('bad_request', 'Kalshi refused the request as malformed.'),
  KALSHI_BAD_RESPONSE: kalshiEntry('bad_response', 'Kalshi answered something that does not fit its contract.'),
  KALSHI_MARKET_NOT_FOUND: kalshiEntry('not_found', 'Kalshi knows the market neither live nor in its history.'),
  KALSHI_RATE_LIMITED: kalshiEntry('rate_limited', 'Kalshi asks for fewer requests.'),
  KALSHI_TIMEOUT: kalshiEntry('timeout', 'Kalshi did not answer in time.'),
  KALSHI_UNAVAILABLE: kalshiEntry('unavailable', 'Kalshi is down or unreachable.'),
  MARKETS_FILE_INVALID: { meaning: 'A file of recorded markets cannot be read.' },
  NOT_FOUND: { meaning: 'Nothing with that id exists.' },
  OPENROUTER_BAD_REQUEST: openRouterEntry('bad_request', 'OpenRouter refused the request as malformed.'),
  OPENROUTER_BAD_RESPONSE: openRouterEntry(
    'bad_response',
    'OpenRouter answered something that does not fit its contract.',
  ),
  OPENROUTER_BUDGET_EXHAUSTED: openRouterEntry('budget_exhausted', 'The budget of the day does not cover the request.'),
  OPENROUTER_MODEL_RETIRED: openRouterEntry(
    'model_retired',
    'The model is no longer served, or not with what the request needs.',
  ),
  OPENROUTER_NO_CREDIT: openRouterEntry('no_credit', 'The OpenRouter account or key cannot pay for the request.'),
  OPENROUTER_RATE_LIMITED: openRouterEntry('rate_limited', 'OpenRouter or the provider asks for fewer requests.'),
  OPENROUTER_REFUSED: openRouterEntry('refused', 'Moderation refused the request.'),
  OPENROUTER_TIMEOUT: openRouterEntry('timeout', 'The model did not answer in time.'),
  OPENROUTER_UNAUTHORIZED: openRouterEntry('unauthorized', 'OpenRouter does not accept the API key.'),
  OPENROUTER_UNAVAILABLE: openRouterEntry('unavailable', 'OpenRouter or the provider is down or unreachable.'),
  PERSONA_INVALID: { meaning: 'A persona file has a mistake.' },
  PORT_IN_USE: { meaning: 'A port that has to be served is taken.' },
  QUEUE_UNAVAILABLE: { service: 'queue', meaning: 'The queue server does not answer.' },
  RUN_FAILED: { meaning: 'The day could not be played.' },
  RUN_IN_PROGRESS: { meaning: 'Another worker is playing the same day.' },
  SCENARIO_INVALID: { meaning: 'A scenario of simulated faults cannot be read.' },
  SERVICE_FAILED: { meaning: 'A process of the arena did not start, or ended by itself.' },
  SIMULATOR_STATE_INVALID: { meaning: 'The file in which a simulator keeps its state cannot be used.' },
  WORKER_STOPPING: { meaning: 'The process was told to stop in the middle of a day.' },
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
