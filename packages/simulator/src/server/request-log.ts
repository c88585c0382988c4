import type { FastifyRequest } from 'fastify';
import type { ServiceName } from '../faults/endpoints.ts';
import type { FiredFault } from '../faults/fault-book.ts';
import type { SimulatorClock } from './simulator-clock.ts';

/** One request to a simulated service. */
export type SeenRequest = {
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
  readonly model: string | null;
  /** The fault that it met. */
  readonly fault: FiredFault | null;
  /** Of the answer; null as long as there is none. */
  readonly status: number | null;
};

export type RequestLog = {
  readonly record: (
    request: FastifyRequest,
    facts: Pick<SeenRequest, 'service' | 'endpoint' | 'model' | 'fault'>,
  ) => void;
  readonly finish: (request: FastifyRequest, status: number) => void;
  /** The newest requests, oldest first. */
  readonly list: () => readonly SeenRequest[];
  readonly clear: () => void;
};

const KEPT = 2_000;
const KEY_HEADERS = ['authorization', 'x-api-key', 'cookie'] as const;

/** A request as it is kept; keys are taken out when somebody asks for it. */
type Entry = Omit<SeenRequest, 'at' | 'status'> & { readonly atMs: number; status: number | null };

/** Keeps the newest 2,000 requests to the services, bodies included. */
export function createRequestLog(clock: SimulatorClock): RequestLog {
  let entries: Entry[] = [];
  let entryOf = new WeakMap<FastifyRequest, Entry>();
  let count = 0;
  return {
    record: (request, facts) => {
      count += 1;
      const { method, url, headers, body = null } = request;
      const entry = { number: count, atMs: clock.nowMs(), method, path: url, headers, body, ...facts, status: null };
      entryOf.set(request, entry);
      entries.push(entry);
      // Cut in bulk: taking the first off at every request would move all the others.
      if (entries.length >= 2 * KEPT) entries = entries.slice(-KEPT);
    },
    finish: (request, status) => {
      const entry = entryOf.get(request);
      if (entry) entry.status = status;
    },
    list: () => entries.slice(-KEPT).map(describe),
    clear: () => {
      entries = [];
      entryOf = new WeakMap();
    },
  };
}

function describe({ atMs, headers, ...rest }: Entry): SeenRequest {
  const safe: Record<string, unknown> = { ...headers };
  for (const name of KEY_HEADERS) if (name in safe) safe[name] = '[redacted]';
  return { ...rest, at: new Date(atMs).toISOString(), headers: safe };
}
