import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriesOdds } from './carries-odds.ts';
import { oddsDomains } from './odds-domains.ts';

test.each([
  'https://kalshi.com/markets/kxraincity',
  'https://www.polymarket.com/event/rain',
  'http://sportsbook.draftkings.com/leagues?x=1#odds',
  'https://WWW.OddsChecker.COM./rain',
  'https://user:pass@kalshi.com:8443/',
  'https://sportsbook.caesars.com/us',
])('flags %s', (url) => {
  expect(carriesOdds(url)).toBe(true);
});

test.each([
  'https://www.weather.gov/bou/',
  'https://notkalshi.com/',
  'https://kalshi.com.evil.example/',
  'https://weather.example/kalshi.com',
  'https://www.caesars.com/hotels',
  'https://example.com/?from=polymarket.com',
  'kalshi.com',
  'not an address',
  '',
])('does not flag %j', (url) => {
  expect(carriesOdds(url)).toBe(false);
});

test('every listed host is flagged under any subdomain and path', () => {
  const label = fc.constantFrom('www', 'm', 'en', 'sportsbook', 'a1');
  const path = fc.constantFrom('', '/', '/markets/rain?x=1#odds', '/kalshi/');
  fc.assert(
    fc.property(fc.constantFrom(...oddsDomains), fc.array(label, { maxLength: 3 }), path, (domain, labels, end) => {
      expect(carriesOdds(`https://${[...labels, domain].join('.')}${end}`)).toBe(true);
    }),
  );
});

test('the list is made of bare lower-case hosts, each once', () => {
  expect(oddsDomains.filter((domain) => !/^[a-z0-9]+(?:[.-][a-z0-9]+)+$/.test(domain))).toEqual([]);
  expect(new Set(oddsDomains).size).toBe(oddsDomains.length);
});
