import { setTimeout as sleep } from 'node:timers/promises';
import { assertNever, present } from '@coliseum/domain/assert';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestLog } from '../server/request-log.ts';
import type { SimulatorClock } from '../server/simulator-clock.ts';
import type { CallFacts } from './call-facts.ts';
import type { ServiceName } from './endpoints.ts';
import type { FaultBook } from './fault-book.ts';
import type { Answer, FaultEffect } from './fault-effect.ts';
import { isJsonObject } from './json-fields.ts';
import type { LatencyBook } from './latency-book.ts';

export type FaultDeps = {
  readonly clock: SimulatorClock;
  readonly faults: FaultBook;
  readonly latencies: LatencyBook;
  readonly log: RequestLog;
};

/** What the hooks have to know of a service. */
export type ServiceFaults = {
  readonly service: ServiceName;
  readonly effects: Readonly<Record<string, FaultEffect>>;
  /** What rules can ask about a request besides its endpoint. */
  readonly describe: (request: FastifyRequest) => Pick<CallFacts, 'model' | 'schema' | 'concerns'>;
  /** Writes the standing faults of markets or models into an answer; called only while there are such rules. */
  readonly changeStanding: (answer: Answer) => Answer;
};

/**
 * The one place in which a service's requests are recorded, held up and made to fail. The routes know nothing of it. To be
 * called before they are registered.
 */
export function registerFaultHooks(server: FastifyInstance, deps: FaultDeps, service: ServiceFaults): void {
  const { clock, faults, latencies, log } = deps;
  const changes = new WeakMap<FastifyRequest, FaultEffect & { kind: 'change' }>();

  server.addHook('preHandler', async (request, reply) => {
    const call = factsOf(server.prefix, service, request);
    const fault = faults.decideCall(call);
    log.record(request, { service: service.service, endpoint: call.endpoint, model: call.model, fault });
    const delayMs = latencies.drawMs(call);
    if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
    if (fault === null) return;
    const effect = present(service.effects[fault.kind], `the effect of ${fault.kind}`);
    if (effect.kind === 'change') changes.set(request, effect);
    else return afflict(effect, request, reply);
  });

  server.addHook('preSerialization', (request, reply, payload: unknown, done) => {
    let answer = payload;
    if (reply.statusCode === 200 && isJsonObject(answer)) {
      if (faults.hasStanding(service.service)) answer = service.changeStanding(answer);
      const change = changes.get(request)?.change;
      if (change && isJsonObject(answer)) {
        answer = change(answer, { query: request.query, body: request.body, nowMs: clock.nowMs() });
      }
    }
    done(null, answer);
  });

  server.addHook('onResponse', (request, reply, done) => {
    log.finish(request, reply.statusCode);
    done();
  });
}

function factsOf(prefix: string, { service, describe }: ServiceFaults, request: FastifyRequest): CallFacts {
  return {
    service,
    endpoint: (request.routeOptions.url ?? '').slice(prefix.length),
    ...describe(request),
    text: () => `${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`,
  };
}

function afflict(
  effect: Exclude<FaultEffect, { kind: 'change' }>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  switch (effect.kind) {
    case 'answer': {
      const isPage = typeof effect.body === 'string';
      const type = isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
      return reply
        .status(effect.status)
        .headers(effect.headers ?? {})
        .type(type)
        .send(effect.body);
    }
    case 'hang':
      return reply.hijack();
    case 'hang-in-body':
      reply.raw.writeHead(200, { 'content-type': 'application/json' });
      reply.raw.write('{"half":');
      return reply.hijack();
    case 'drop':
      request.raw.socket.destroy();
      return reply.hijack();
    default:
      return assertNever(effect);
  }
}
