import type { RandomSource } from '../invented/random-source.ts';

/** A page that a simulated answer cites. */
export type ExaSource = {
  readonly url: string;
  readonly title: string;
  readonly author: string | null;
  readonly publishedAtMs: number | null;
};

const publishers = [
  { domain: 'avelline-courier.example', name: 'Avelline Courier', author: 'Staff desk' },
  { domain: 'harbour-gazette.example', name: 'Harbour Gazette', author: null },
  { domain: 'public-records.example', name: 'Public Records Office', author: 'Records Office' },
  { domain: 'tarn-observer.example', name: 'Tarn Observer', author: 'Newsroom' },
  { domain: 'almanac.example', name: 'The Common Almanac', author: null },
  { domain: 'statistics.example', name: 'Statistics Portal', author: 'Statistics Portal' },
  { domain: 'daily-lantern.example', name: 'Daily Lantern', author: 'Evening desk' },
] as const;

const HOUR_MS = 3_600_000;

/** `count` different invented pages on a topic, published before `nowMs`; some lack a date, as real citations do. */
export function drawSources(random: RandomSource, topic: string, count: number, nowMs: number): readonly ExaSource[] {
  return random.sample(publishers, count).map((publisher) => ({
    url: `https://${publisher.domain}/${toSlug(topic)}-${random.integer(100, 999)}`,
    title: `${publisher.name}: ${topic}`,
    author: publisher.author,
    publishedAtMs: random.chance(0.85) ? nowMs - Math.round(random.between(2, 300) * HOUR_MS) : null,
  }));
}

/** The exchange's own page on a market: a source that carries odds, as web searches bring them up. */
export function createExchangeSource(eventTicker: string): ExaSource {
  return {
    url: `https://kalshi.com/events/${eventTicker.toLowerCase()}`,
    title: `${eventTicker} | Kalshi`,
    author: null,
    publishedAtMs: null,
  };
}

function toSlug(topic: string): string {
  return topic
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-|-$/g, '');
}
