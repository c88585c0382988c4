import fc from 'fast-check';
import { buildOpenApiDocument } from '../../openapi.ts';
import { ErrorView } from '../../views/error-view.ts';
import { arbitraryRequest, type FuzzRequest } from './arbitrary-request.ts';
import { sendRequest, type FuzzResponse } from './send-request.ts';

export type FuzzReport = {
  readonly requests: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  /** By how much the heap is larger after the second half of the requests than after the first. */
  readonly heapGrowthBytes: number;
  /** The first of each kind, in words. */
  readonly problems: readonly string[];
};

type FuzzOptions = {
  readonly port: number;
  readonly requests: number;
  readonly seed: number;
  readonly onProgress?: (sent: number) => void;
};

/** Longer than any answer may take. */
const HANGS_AFTER_MS = 10_000;
const MOST_PROBLEMS = 20;

/**
 * Sends requests that are made from the OpenAPI document and notes every answer that is a fault of ours: a status of 500 or
 * above, none at all, an error in another form or with something of the inside in it.
 */
export async function runFuzz({ port, requests, seed, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const sample = fc.sample(arbitraryRequest(buildOpenApiDocument()), { seed, numRuns: requests });
  const statuses: Record<string, number> = {};
  const problems: string[] = [];
  let [slowestMs, halfwayBytes] = [0, 0];
  for (const [index, request] of sample.entries()) {
    if (index === Math.floor(requests / 2)) halfwayBytes = measureHeap();
    const startedAt = performance.now();
    const response = await sendRequest(port, request, HANGS_AFTER_MS);
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    statuses[String(response.status)] = (statuses[String(response.status)] ?? 0) + 1;
    const problem = findProblem(request, response);
    if (problem !== null && problems.length < MOST_PROBLEMS) problems.push(problem);
    onProgress?.(index + 1);
  }
  return { requests, statuses, slowestMs, heapGrowthBytes: measureHeap() - halfwayBytes, problems };
}

function findProblem(request: FuzzRequest, { status, headers, body }: FuzzResponse): string | null {
  const { method, target } = request;
  const name = `${method} ${target.slice(0, 200)}`;
  if (status === null) return `${name}: no answer`;
  if (status >= 500) return `${name}: status ${status}`;
  const hasInside = /(?:\.ts:\d|node_modules|at file:|MongoServerError)/.test(body);
  if (hasInside) return `${name}: the inside of the arena in the body`;
  if (/^x-injected:/im.test(headers)) return `${name}: a header of the sender`;
  if (status < 400 || method === 'HEAD' || target.startsWith('/trpc/')) return null;
  return isError(body) ? null : `${name}: status ${status} in another form: ${body.slice(0, 200)}`;
}

function isError(body: string): boolean {
  try {
    return ErrorView.strict().safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}

/** How much of the heap is in use once all garbage is collected, in bytes. Collects nothing without `--expose-gc`. */
function measureHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
