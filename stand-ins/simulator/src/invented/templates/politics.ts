import { defineTemplate } from '../define-template.ts';
import { countries, towns } from '../places.ts';
import { planExclusive, planLadder, planSingle } from '../plan-markets.ts';

const bills = [
  { code: 'BENCH', name: 'Public Benches Act' },
  { code: 'FERRY', name: 'Ferry Timetable Honesty Act' },
  { code: 'LAMP', name: 'Streetlamp Uniformity Bill' },
  { code: 'LUNCH', name: 'Second Breakfast Deduction' },
  { code: 'GEESE', name: 'Urban Geese Accord' },
] as const;

const parties = [
  { code: 'ORCH', name: 'Orchard Party' },
  { code: 'HARB', name: 'Harbour Union' },
  { code: 'SENS', name: 'Sensible Alternative' },
] as const;

const speeches = ['budget address', 'harvest address', 'opening of the new bypass', 'state banquet'] as const;

export const politicsTemplates = [
  defineTemplate({
    series: 'FLOORVOTE',
    seriesTitle: 'Floor votes',
    category: 'Politics',
    source: 'the Official Gazette',
    plan: (random, longDate) => {
      const country = random.pick(countries);
      const bill = random.pick(bills);
      const title = `Will the ${country.name} assembly pass the ${bill.name} by ${longDate}?`;
      return {
        code: `${country.code}${bill.code}`,
        title,
        subTitle: longDate,
        outcomes: 'independent',
        markets: [
          planSingle({
            code: 'PASS',
            title,
            yesSubTitle: 'Passes',
            condition: `the ${country.name} assembly records a final vote in favour of the ${bill.name} by ${longDate}`,
            probability: random.between(0.12, 0.88),
          }),
        ],
      };
    },
  }),
  defineTemplate({
    series: 'SPEECHMIN',
    seriesTitle: 'Length of speeches',
    category: 'Politics',
    source: 'the parliamentary broadcaster',
    plan: (random, longDate) => {
      const country = random.pick(countries);
      const speech = random.pick(speeches);
      return {
        code: country.code,
        title: `How long will the Premier of ${country.name} speak at the ${speech} on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.integer(24, 58),
          deviation: 9,
          step: 1,
          count: 3,
          unit: (minutes) => `${minutes} minutes`,
          question: (limit) =>
            `Will the Premier of ${country.name} speak for more than ${limit} at the ${speech} on ${longDate}?`,
          condition: (limit) =>
            `the Premier's prepared remarks at the ${speech} on ${longDate} last more than ${limit}, applause included`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'TOWNCOUNCIL',
    seriesTitle: 'Town council by-elections',
    category: 'Elections',
    source: 'the Returning Officer',
    frequency: 'custom',
    plan: (random, longDate) => {
      const town = random.pick(towns);
      return {
        code: town.code,
        title: `Who will win the ${town.name} council by-election on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'exclusive',
        markets: planExclusive(random, {
          contenders: parties,
          noneProbability: 0.05,
          spread: 0.8,
          question: (party) => `Will the ${party} win the ${town.name} council by-election on ${longDate}?`,
          condition: (party) => `the candidate of the ${party} is declared the winner in ${town.name} on ${longDate}`,
        }),
      };
    },
  }),
];
