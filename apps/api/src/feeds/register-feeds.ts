import { createHash } from 'node:crypto';
import { Id } from '@coliseum/domain/id';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CACHE_CONTROL } from '../http/answer-headers.ts';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import { rememberPerRevision } from '../revisions/remember-per-revision.ts';
import type { RevisionSource } from '../revisions/revision-source.ts';
import type { Feed } from './feed.ts';
import { openFeeds } from './open-feeds.ts';
import { toAtom } from './to-atom.ts';

type FeedDependencies = { readonly queries: ArenaQueries; readonly revisions: Pick<RevisionSource, 'latest'> };

/** Serves the Atom feeds under `/api/feeds`. What they tell is read once for each state of the data. */
export function registerFeeds(server: FastifyInstance, { queries, revisions }: FeedDependencies): void {
  const feeds = openFeeds(queries);
  for (const name of ['days', 'receipts', 'settlements', 'amendments'] as const) {
    const read = rememberPerRevision(revisions, 'revision', feeds[name]);
    server.get(`/api/feeds/${name}.atom`, async (request, reply) => send(request, reply, await read()));
  }
  server.get<{ Params: { file: string } }>('/api/feeds/agents/:file', async (request, reply) => {
    const id = Id.safeParse(request.params.file.replace(/\.atom$/, ''));
    const feed = id.success && request.params.file.endsWith('.atom') ? await feeds.agent(id.data) : null;
    return feed === null ? reply.callNotFound() : send(request, reply, feed);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, feed: Feed): FastifyReply {
  const document = toAtom(feed, `${request.protocol}://${request.host}`);
  const etag = `"${createHash('sha256').update(document).digest('base64url').slice(0, 27)}"`;
  void reply.headers({ 'cache-control': CACHE_CONTROL, etag, vary: 'host' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type('application/atom+xml; charset=utf-8').send(document);
}
