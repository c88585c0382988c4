import { ensurePresent } from '@coliseum/domain/assert';
import type { ArenaEvent } from '@coliseum/domain/event';
import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { toAmendedEvent } from '../read-models/amended-event.ts';
import { createSampleArena } from '../testing/sample-arena.ts';
import { sampleQueries, startServer } from '../testing/start-server.ts';
import { buildAgentFeed, buildAmendmentFeed, buildDayFeed } from './build-feeds.ts';
import type { Feed } from './feed.ts';
import { toAtom } from './to-atom.ts';

const FULL: Feed = {
  key: 'days',
  title: 'Days & <nights> ]]> \u0001\ud800',
  path: '/api/feeds/days.atom?a=1&b="2"',
  entries: [
    {
      key: 'day:2026-03-02',
      title: '<script>',
      updated: '2026-03-02T15:00:00.000Z',
      path: '/events',
      text: 'a\nb & c',
    },
    { key: 'day:2026-03-03', title: 'Later', updated: '2026-03-03T15:00:00.000Z', path: '/events', text: '' },
  ],
};

/** What RFC 4287 asks of a feed and of each entry (4.1.1, 4.1.2), of a document as it was sent. */
function checkAtom(document: string) {
  expect(document).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/,
  );
  // Characters that XML 1.0 has, and no bare ampersand outside of CDATA.
  expect(document).not.toMatch(/[^\t\n\r\u0020-\uFFFD]/u);
  expect(document.replaceAll(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
  const feed = parseAtomFeed(document);
  expect(feed).toMatchObject({ id: expect.stringMatching(/^urn:coliseum:feed:/), title: expect.anything() });
  expect(feed.authors?.[0]?.name).toBe('Coliseum');
  expect(feed.links?.filter(({ rel }) => rel === 'self')).toHaveLength(1);
  const ids = (feed.entries ?? []).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const nodes = [{ id: feed.id, updated: feed.updated, links: feed.links }, ...(feed.entries ?? [])];
  for (const { id, updated, links } of nodes) {
    expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    expect(id).toMatch(/^urn:coliseum:\S+$/);
    for (const { href } of links ?? []) expect(URL.canParse(href ?? '')).toBe(true);
  }
  return feed;
}

test('a feed of any texts is valid, and was updated with its newest entry', () => {
  const feed = checkAtom(toAtom(FULL, 'https://arena.example'));
  expect(feed.updated).toBe('2026-03-03T15:00:00.000Z');
  expect(feed.entries?.map(({ title }) => title?.value)).toEqual(['<script>', 'Later']);
});

test('ids stay the same wherever the arena is served', () => {
  const idsAt = (origin: string) => checkAtom(toAtom(FULL, origin)).entries?.map(({ id }) => id);
  expect(idsAt('https://arena.example')).toEqual(idsAt('http://localhost:4000'));
});

const { agents } = await sampleQueries.leaderboard();

test.each(['days', 'receipts', 'settlements', 'amendments', `agents/${ensurePresent(agents[0], 'agent').id}`])(
  '/api/feeds/%s.atom is a valid feed that names itself, and is not sent twice',
  async (name) => {
    const { server } = await startServer();
    const url = `/api/feeds/${name}.atom`;
    const response = await server.inject({ url, headers: { host: 'arena.example' } });
    expect(response).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
    });
    const feed = checkAtom(response.body);
    expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(`http://arena.example${url}`);
    const again = await server.inject({
      url,
      headers: { host: 'arena.example', 'if-none-match': String(response.headers['etag']) },
    });
    expect(again).toMatchObject({ statusCode: 304, body: '' });
  },
);

test('settlements tell the outcome and who won what, newest first', async () => {
  const { server } = await startServer();
  const { entries } = checkAtom((await server.inject('/api/feeds/settlements.atom')).body);
  expect(entries?.map(({ title }) => title?.value)).toEqual([
    expect.stringMatching(/^VOID: /),
    expect.stringMatching(/^YES: /),
  ]);
  expect(entries?.[1]?.content?.value).toContain('Agent 1 YES: $139.50\nAgent 2 NO: -$100.00');
});

test('an amended outcome is an entry of its own, with the one before', () => {
  const event = ensurePresent(createSampleArena().events[0], 'event');
  const at = new Date('2026-03-05T00:00:00.000Z');
  const amended: ArenaEvent = {
    ...event,
    outcome: 'NO',
    amendments: [{ at, previousOutcome: 'YES', previousValue: '1' }],
  };
  expect(toAmendedEvent(event)).toBeNull();
  const { entries } = buildAmendmentFeed([toAmendedEvent(amended) ?? { id: '', title: '', outcomes: [] }]);
  expect(entries).toMatchObject([
    { key: `amendment:${event.id}:1`, title: expect.stringMatching(/^Amended to NO/), updated: at.toISOString() },
  ]);
  expect(entries[0]?.text).toContain('was YES and is NO now');
});

test.each(['/api/feeds/agents/nobody.atom', `/api/feeds/agents/${'0'.repeat(24)}.atom`, '/api/feeds/nothing.atom'])(
  '%s is not found',
  async (url) => {
    const { server } = await startServer();
    expect((await server.inject(url)).statusCode).toBe(404);
  },
);

test('days and agents are told once their commit is known', async () => {
  const agent = ensurePresent(agents[0], 'agent');
  const { batches } = await sampleQueries.listBatches({ limit: 10, offset: 0 });
  const committedAt = new Map([['2026-03-02', '2026-03-02T15:00:00.000Z']]);
  expect(buildDayFeed(batches, committedAt).entries).toMatchObject([
    { key: 'day:2026-03-02', updated: '2026-03-02T15:00:00.000Z', text: expect.stringContaining('1. ') },
  ]);
  const bets = ensurePresent(await sampleQueries.listAgentBets({ limit: 10, offset: 0, agent_id: agent.id }), 'bets');
  const feed = buildAgentFeed({ id: agent.id, name: 'One', bets: bets.bets, committedAt });
  expect(feed.entries).toMatchObject([{ key: `agent:${agent.id}:2026-03-02`, updated: '2026-03-02T15:00:00.000Z' }]);
});
