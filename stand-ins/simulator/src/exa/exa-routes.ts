import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { createRandomSource } from '../invented/random-source.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatorClock } from '../server/simulator-clock.ts';
import { composeAnswer } from './compose-answer.ts';
import type { ExaSource } from './exa-source.ts';
import { viewMarket } from './market-view.ts';

type ExaDeps = { readonly universe: MarketUniverse; readonly clock: SimulatorClock; readonly seed: string };

const AnswerRequest = z.looseObject({ query: z.string().min(1), text: z.boolean().optional() });

const TICKER_LINE = /^Market ticker:\s*(\S+)\s*$/m;
const COST_DOLLARS = 0.005;

/** Exa's `/answer` about the market that the query's last line names; it finds nothing about any other. */
export function registerExaRoutes(server: FastifyInstance, deps: ExaDeps): void {
  const { universe, clock, seed } = deps;
  server.post('/answer', (request, reply) => {
    const requestId = createRequestId(seed, clock.nowMs(), request.body);
    if (!hasKey(request.headers)) return sendError(reply, 401, requestId, 'Invalid API key', 'INVALID_API_KEY');
    const parsed = AnswerRequest.safeParse(request.body);
    if (!parsed.success) {
      return sendError(reply, 400, requestId, z.prettifyError(parsed.error), 'INVALID_REQUEST_BODY');
    }
    const found = universe.findMarket(TICKER_LINE.exec(parsed.data.query)?.[1] ?? '');
    if (!found) {
      return sendError(reply, 501, requestId, 'Unable to generate a response', 'UNABLE_TO_GENERATE_RESPONSE');
    }
    const nowMs = clock.nowMs();
    const random = createRandomSource(`coliseum/simulator/${seed}/exa/${parsed.data.query}`);
    const { answer, sources } = composeAnswer(
      random,
      parsed.data.query,
      viewMarket(found.market, found.event, nowMs),
      nowMs,
    );
    return {
      requestId,
      answer,
      citations: sources.map((source) => toWireCitation(source, parsed.data.text === true ? answer : null)),
      costDollars: { total: COST_DOLLARS },
    };
  });
}

function toWireCitation(source: ExaSource, text: string | null): Readonly<Record<string, string>> {
  return {
    id: source.url,
    url: source.url,
    title: source.title,
    ...(source.author === null ? {} : { author: source.author }),
    ...(source.publishedAtMs === null ? {} : { publishedDate: new Date(source.publishedAtMs).toISOString() }),
    ...(text === null ? {} : { text }),
  };
}

function hasKey(headers: { readonly [name: string]: string | string[] | undefined }): boolean {
  return /^Bearer \S/.test(String(headers['authorization'] ?? '')) || Boolean(headers['x-api-key']);
}

/** 32 hexadecimal characters, as Exa's; the same request at the same time has the same. */
function createRequestId(seed: string, nowMs: number, body: unknown): string {
  return createHash('md5')
    .update(JSON.stringify([seed, nowMs, body]))
    .digest('hex');
}

function sendError(reply: FastifyReply, status: number, requestId: string, error: string, tag: string): FastifyReply {
  return reply.status(status).send({ requestId, error, tag });
}
