import { AppError } from '@coliseum/domain/errors/app-error';
import type { z } from 'zod';
import { withDeadline } from './deadline.ts';
import type { HostRotation } from './host-rotation.ts';
import { readJson, type HttpResponse } from './http-response.ts';
import { BodyTooLargeError } from './limit-body.ts';
import { readRetryAfterMs } from './retry-after.ts';
import type { ServiceProfile } from './service-profile.ts';

export type JsonRequest<T> = {
  readonly method?: 'GET' | 'POST';
  /** Begins with a slash and is already escaped. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly schema: z.ZodType<T>;
  /** Instead of the client's own. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type SendDependencies = {
  readonly service: ServiceProfile;
  readonly hosts: HostRotation;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
};

type ErrorDetails = Record<string, string | number | null>;

/** One try. `attempt` counts from 0: while some hosts are untried, a fault of one host is worth another try. */
export async function sendOnce<T>(
  dependencies: SendDependencies,
  request: JsonRequest<T>,
  attempt: number,
): Promise<T> {
  const { service, hosts, now } = dependencies;
  const baseUrl = hosts.current();
  const details: ErrorDetails = { service: service.name, path: request.path, host: new URL(baseUrl).host };
  const response = await exchange(dependencies, request, baseUrl, details);
  if (response.status >= 200 && response.status < 300) return decode(service, request.schema, response, details);

  const refusal = service.explainRefusal(response);
  if (refusal.hostFault) hosts.leave(baseUrl);
  throw new AppError({
    code: refusal.code,
    message: refusal.message,
    retryable: refusal.retryable || (refusal.hostFault === true && attempt + 1 < hosts.count),
    httpStatus: response.status,
    retryAfterMs: readRetryAfterMs(response.headers.get('retry-after'), now()),
    details: {
      ...details,
      ...omitMissing({ vendorCode: refusal.vendorCode, vendorMessage: refusal.vendorMessage }),
    },
  });
}

async function exchange<T>(
  { service, hosts, fetch, headers, timeoutMs }: SendDependencies,
  request: JsonRequest<T>,
  baseUrl: string,
  details: ErrorDetails,
): Promise<HttpResponse> {
  const limitMs = request.timeoutMs ?? timeoutMs;
  try {
    const outcome = await withDeadline({ timeoutMs: limitMs, signal: request.signal }, async (signal) => {
      const response = await fetch(buildUrl(baseUrl, request), { ...buildRequestInit(request, headers), signal });
      return { status: response.status, headers: response.headers, text: await response.text() };
    });
    if (outcome.ok) return outcome.value;
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    if (cause instanceof BodyTooLargeError) throw createTooLargeError(service, cause, details);
    hosts.leave(baseUrl);
    const message = `${service.name} could not be reached. Check the network and the base URL.`;
    throw new AppError({ code: service.codes.unavailable, message, retryable: true, cause, details });
  }
  hosts.leave(baseUrl);
  const message = `${service.name} did not answer within ${limitMs} ms.`;
  throw new AppError({
    code: service.codes.timeout,
    message,
    retryable: true,
    details: { ...details, timeoutMs: limitMs },
  });
}

/** Another try would bring it again. It has no status: what it cost is not known. */
function createTooLargeError(
  { name, codes }: ServiceProfile,
  cause: BodyTooLargeError,
  details: ErrorDetails,
): AppError {
  const message = `${name} sent an answer that is too large to be one. ${cause.message}`;
  return new AppError({ code: codes.badResponse, message, cause, details });
}

function decode<T>(service: ServiceProfile, schema: z.ZodType<T>, response: HttpResponse, details: ErrorDetails): T {
  const json = readJson(response);
  const code = service.codes.badResponse;
  const httpStatus = response.status;
  if (json === undefined) {
    const message = `${service.name} sent an answer that is not JSON.`;
    throw new AppError({ code, message, retryable: true, httpStatus, details });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  const message = `${service.name} sent an answer that does not match its API, first at "${field}". Update the client.`;
  throw new AppError({ code, message, httpStatus, details: { ...details, field } });
}

function buildUrl<T>(baseUrl: string, { path, query = {} }: JsonRequest<T>): string {
  const url = new URL(baseUrl + path);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

function buildRequestInit<T>(
  { method = 'GET', body }: JsonRequest<T>,
  headers: Readonly<Record<string, string>>,
): RequestInit {
  const base = { accept: 'application/json', ...headers };
  // A redirect would carry custom key headers to another host: it is refused like any other status.
  if (body === undefined) return { method, headers: base, redirect: 'manual' };
  const json = { ...base, 'content-type': 'application/json' };
  return { method, headers: json, body: JSON.stringify(body), redirect: 'manual' };
}

function omitMissing(details: Record<string, string | number | null | undefined>): ErrorDetails {
  const known: ErrorDetails = {};
  for (const [name, value] of Object.entries(details)) if (value !== undefined && value !== null) known[name] = value;
  return known;
}
