import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';
import { WireAnswer } from './wire.ts';

const askedAt = new Date('2026-11-22T14:05:00.000Z');

function read(body: unknown): ReturnType<typeof readAnswer> {
  return readAnswer(WireAnswer.parse(body), askedAt);
}

test('keeps text, sources, cost and the time of the question', () => {
  const body = {
    requestId: '5d1f0c7a9be24e0f8a63c2b17740de91',
    answer: 'Forecasters put rain at roughly 30 % ([weather.gov](https://www.weather.gov/bou/)).',
    citations: [
      {
        id: 'https://www.weather.gov/bou/',
        url: 'https://www.weather.gov/bou/',
        title: ' Denver/Boulder forecast office ',
        author: 'National Weather Service',
        publishedDate: '2026-11-21T18:00:00.000Z',
        favicon: 'https://www.weather.gov/favicon.ico',
      },
      {
        id: 'x',
        url: 'https://kalshi.com/markets/kxraincity',
        title: 'Rain',
        author: '',
        publishedDate: null,
        image: null,
      },
    ],
    costDollars: { total: 0.005, extra: { search: 1 } },
  };
  expect(read(body)).toEqual({
    answer: 'Forecasters put rain at roughly 30 % ([weather.gov](https://www.weather.gov/bou/)).',
    citations: [
      {
        url: 'https://www.weather.gov/bou/',
        title: 'Denver/Boulder forecast office',
        author: 'National Weather Service',
        publishedAt: new Date('2026-11-21T18:00:00.000Z'),
        carriesOdds: false,
      },
      {
        url: 'https://kalshi.com/markets/kxraincity',
        title: 'Rain',
        author: null,
        publishedAt: null,
        carriesOdds: true,
      },
    ],
    costMicroDollars: 5_000,
    askedAt,
    requestId: '5d1f0c7a9be24e0f8a63c2b17740de91',
  });
});

test('a source without title and date is named by its host', () => {
  const { citations } = read({ answer: '', citations: [{ url: 'https://news.example/a' }] });
  expect(citations).toEqual([
    { url: 'https://news.example/a', title: 'news.example', author: null, publishedAt: null, carriesOdds: false },
  ]);
});

test('a date that claims to lie after the question is kept: it is the page’s own claim', () => {
  const { citations } = read({
    answer: '',
    citations: [{ url: 'https://news.example/a', publishedDate: '2026-12-24' }],
  });
  expect(citations[0]?.publishedAt).toEqual(new Date('2026-12-24T00:00:00.000Z'));
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'ftp://files.example/a',
  '/relative',
  '',
])('leaves out a source at %j', (url) => {
  expect(read({ answer: 'x', citations: [{ url, title: 'A' }, { title: 'no address' }, null] }).citations).toEqual([]);
});

test('a page of endless length is cut, and what is cut is not cited', () => {
  const pages = Array.from({ length: 40 }, (_, index) => ({
    url: `https://a${index}.example`,
    title: 'x'.repeat(5_000),
  }));
  const endless = { url: `https://b.example/${'x'.repeat(3_000)}` };
  const { answer, citations } = read({ answer: 'Rain [1], wind [2], hail [39].', citations: [endless, ...pages] });
  expect(answer).toBe('Rain (1), wind [1], hail (39).');
  expect(citations).toHaveLength(24);
  expect(citations[0]?.title).toHaveLength(598);
});

test('the numbers in the text follow when a source is left out', () => {
  const citations = [{ url: 'https://a.example' }, { url: 'ftp://b.example' }, { url: 'https://c.example' }];
  const { answer } = read({ answer: 'Rain [1], wind [3], hail [2].', citations });
  expect(answer).toBe('Rain [1], wind [2], hail (2).');
});

test('a text whose sources are all usable stays as it is', () => {
  const answer = 'Rain [1], wind [9], an interval of [2, 5].';
  expect(read({ answer, citations: [{ url: 'https://a.example' }] }).answer).toBe(answer);
});

test('an impossible date is no date, and never the next possible one', () => {
  const dates = ['20077-03-07', '2026-02-30', '2026-02-28'];
  const citations = dates.map((publishedDate) => ({ url: 'https://a.example', publishedDate }));
  expect(read({ answer: '', citations }).citations.map(({ publishedAt }) => publishedAt)).toEqual([
    null,
    null,
    new Date('2026-02-28T00:00:00.000Z'),
  ]);
});

test.each([{ citations: [] }, { citations: null }, {}])('no sources: %j', (sources) => {
  expect(read({ answer: 'Nothing is known.', ...sources }).citations).toEqual([]);
});

test('an answer by schema is kept as its JSON', () => {
  expect(read({ answer: { chance: 0.3 } }).answer).toBe('{"chance":0.3}');
});

test.each([
  [{ total: 0.005 }, 5_000],
  [{ total: 0 }, 0],
  [{ total: 0.0123456 }, 12_346],
  [{}, 5_000],
  [null, 5_000],
  [undefined, 5_000],
])('a cost of %j is %d micro-dollars', (costDollars, expected) => {
  expect(read({ answer: '', costDollars }).costMicroDollars).toBe(expected);
});

test('no list of sources makes it throw', () => {
  fc.assert(fc.property(fc.array(fc.jsonValue()), (citations) => void read({ answer: '', citations })));
});
