import { generateAtomFeed } from 'feedsmith';
import type { Feed, FeedEntry } from './feed.ts';

/** The moment of a feed that has no entry yet: it has to name one. */
const BEGINNING = new Date('2024-01-01T00:00:00.000Z');

/** The Atom document (RFC 4287) of a feed, served at `origin`. */
export function toAtom({ key, title, path, entries }: Feed, origin: string): string {
  const updated = entries.map((entry) => entry.updated).reduce((a, b) => (a > b ? a : b), BEGINNING.toISOString());
  return generateAtomFeed({
    id: `urn:coliseum:feed:${key}`,
    title: { value: toXmlText(title) },
    updated: new Date(updated),
    authors: [{ name: 'Coliseum' }],
    links: [
      { href: `${origin}${path}`, rel: 'self', type: 'application/atom+xml' },
      { href: `${origin}/`, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => toAtomEntry(entry, origin)),
  });
}

function toAtomEntry({ key, title, updated, path, text }: FeedEntry, origin: string) {
  return {
    id: `urn:coliseum:${key}`,
    title: { value: toXmlText(title) },
    updated: new Date(updated),
    published: new Date(updated),
    links: [{ href: `${origin}${path}`, rel: 'alternate' }],
    content: { value: toXmlText(text), type: 'text' as const },
  };
}

/** XML 1.0 has no control characters, and titles come from outside. */
function toXmlText(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
