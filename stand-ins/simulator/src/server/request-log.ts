import type { FastifyRequest } from 'fastify';
import type { ServiceName } from '../faults/endpoints.ts';
import type { FiredFault } from '../faults/fault-book.ts';
import { readField } from '../faults/json-fields.ts';
import type { SimulatorClock } from './simulator-clock.ts';

/** One request to a simulated service. */
export type ReceivedRequest = {
  /** Counts all requests since the start, from 1. */
  readonly number: number;
  /** The simulator's time when it came, in ISO 8601. */
  readonly at: string;
  readonly service: ServiceName;
  /** The route below the service's base path; empty for a path that the service does not have. */
  readonly endpoint: string;
  readonly method: string;
  /** As sent, the query included. */
  readonly path: string;
  /** Without the keys: what carries one is `[redacted]`. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The model that the body names, if any. */
  readonly model: string | null;
  /** The fault that it met. */
  readonly fault: FiredFault | null;
  /** How long a rule of latency holds it up, in milliseconds. */
  readonly delayMs: number;
  /** The status of the answer; null until there is one. */
  readonly status: number | null;
};

/** What the simulator made of a request. */
export type RequestFacts = Pick<ReceivedRequest, 'service' | 'endpoint' | 'fault' | 'delayMs'>;

export type RequestLog = {
  /** Keeps a request. Whoever answers it writes the status into what is returned. */
  readonly record: (request: FastifyRequest, facts: RequestFacts) => { status: number | null };
  /** The newest requests, oldest first. */
  readonly list: () => readonly ReceivedRequest[];
  readonly clear: () => void;
};

const KEPT = 2_000;
const KEY_HEADERS = ['authorization', 'x-api-key', 'cookie'] as const;

/** A request as it is kept: keys are removed when it is read. */
type Entry = Omit<ReceivedRequest, 'at' | 'model' | 'status'> & { readonly atMs: number; status: number | null };

/** Keeps the newest 2,000 requests to the services, bodies included. */
export function createRequestLog(clock: SimulatorClock): RequestLog {
  let entries: Entry[] = [];
  let count = 0;
  return {
    record: ({ method, url, headers, body = null }, facts) => {
      count += 1;
      const atMs = clock.nowMs();
      const entry: Entry = { ...facts, number: count, atMs, method, path: url, headers, body, status: null };
      entries.push(entry);
      // Cut in bulk: taking the first off at every request would move all the others.
      if (entries.length >= 2 * KEPT) entries = entries.slice(-KEPT);
      return entry;
    },
    list: () => entries.slice(-KEPT).map(describe),
    clear: () => {
      entries = [];
    },
  };
}

function describe({ atMs, headers, ...rest }: Entry): ReceivedRequest {
  const safe: Record<string, unknown> = { ...headers };
  for (const name of KEY_HEADERS) if (name in safe) safe[name] = '[redacted]';
  const model = readField(rest.body, 'model');
  return {
    ...rest,
    at: new Date(atMs).toISOString(),
    headers: safe,
    model: typeof model === 'string' ? model : null,
  };
}
