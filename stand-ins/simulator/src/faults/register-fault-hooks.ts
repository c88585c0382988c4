import { assertNever, ensurePresent } from '@coliseum/domain/assert';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestLog } from '../server/request-log.ts';
import type { SimulatorClock } from '../server/simulator-clock.ts';
import type { CallFacts } from './call-facts.ts';
import type { ServiceName } from './endpoints.ts';
import type { FaultBook } from './fault-book.ts';
import type { Answer, AnswerChange, FaultEffect } from './fault-effect.ts';
import { isJsonObject } from './json-fields.ts';
import type { LatencyBook } from './latency-book.ts';

export type FaultDeps = {
  readonly clock: SimulatorClock;
  readonly faults: FaultBook;
  readonly latencies: LatencyBook;
  readonly log: RequestLog;
};

/** What the hooks need to know about a service. */
export type ServiceFaults = {
  readonly service: ServiceName;
  readonly effects: Readonly<Record<string, FaultEffect>>;
  /** What rules can ask about a request besides its endpoint. */
  readonly describe: (request: FastifyRequest) => Pick<CallFacts, 'model' | 'schema' | 'concerns'>;
  /** Writes the standing faults of markets or models into an answer; called only while there are such rules. */
  readonly changeStanding: (answer: Answer) => Answer;
};

/** What the hooks of one request pass to each other. */
type Trace = {
  readonly entry: { status: number | null };
  readonly change: AnswerChange | null;
};

/**
 * The one place in which a service's requests are recorded, delayed and made to fail. The routes know nothing of it. Call it
 * before they are registered.
 */
export function registerFaultHooks(server: FastifyInstance, deps: FaultDeps, service: ServiceFaults): void {
  const { clock, faults, latencies, log } = deps;
  const traces = new WeakMap<FastifyRequest, Trace>();

  // Hooks with `done`: most requests have nothing to wait for, and a promise for each would cost more than all the rest.
  server.addHook('preHandler', (request, reply, done) => {
    const endpoint = (request.routeOptions.url ?? '').slice(server.prefix.length);
    const isQuiet = faults.isEmpty() && latencies.isEmpty();
    const call = isQuiet
      ? null
      : { ...buildCallFacts(service, endpoint, request), text: () => buildCallText(request, clock) };
    const fault = call && faults.decideCall(call);
    const effect = fault && ensurePresent(service.effects[fault.kind], `the effect of ${fault.kind}`);
    const delayMs = call ? latencies.drawMs(call) : 0;
    const entry = log.record(request, { service: service.service, endpoint, fault, delayMs });
    traces.set(request, { entry, change: effect?.kind === 'change' ? effect.change : null });
    const proceed = (): void => {
      if (effect === null || effect.kind === 'change') done();
      else applyEffect(effect, request, reply);
    };
    if (delayMs > 0) setTimeout(proceed, delayMs).unref();
    else proceed();
  });

  server.addHook('preSerialization', (request, reply, payload: unknown, done) => {
    if (faults.isEmpty() || reply.statusCode !== 200 || !isJsonObject(payload)) {
      done(null, payload);
      return;
    }
    const answer = faults.hasStanding(service.service) ? service.changeStanding(payload) : payload;
    const change = traces.get(request)?.change;
    const call = { query: request.query, body: request.body, nowMs: clock.nowMs() };
    done(null, change ? change(answer, call) : answer);
  });

  server.addHook('onSend', (request, reply, payload, done) => {
    const trace = traces.get(request);
    if (trace) trace.entry.status = reply.statusCode;
    done(null, payload);
  });
}

function buildCallFacts(
  { service, describe }: ServiceFaults,
  endpoint: string,
  request: FastifyRequest,
): Omit<CallFacts, 'text'> {
  return { service, endpoint, ...describe(request) };
}

/**
 * Identifies a call. On a manual clock the instant is part of it, so that a process that is stopped and started again at
 * that instant meets the same faults, however many calls with this text came before.
 */
function buildCallText({ method, url, body = null }: FastifyRequest, clock: SimulatorClock): string {
  const setting = clock.setting();
  const instant = setting.mode === 'manual' ? setting.now.toISOString() : '';
  return `${method} ${url} ${JSON.stringify(body)} ${instant}`;
}

function applyEffect(
  effect: Exclude<FaultEffect, { kind: 'change' }>,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (effect.kind === 'answer') {
    const isPage = typeof effect.body === 'string';
    const type = isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    const { status, headers = {}, body } = effect;
    void reply.status(status).headers(headers).type(type).send(body);
    return;
  }
  void reply.hijack();
  switch (effect.kind) {
    case 'hang':
      return;
    case 'hang-in-body':
      reply.raw.writeHead(200, { 'content-type': 'application/json' });
      reply.raw.write('{"half":');
      return;
    case 'drop':
      request.raw.socket.destroy();
      return;
    default:
      assertNever(effect);
  }
}
