import { defineTemplate } from '../define-template.ts';
import { countries } from '../places.ts';
import { planExclusive, planLadder } from '../plan-markets.ts';

const decisions = [
  { code: 'H0', name: 'leave its rate unchanged' },
  { code: 'C25', name: 'cut its rate by 25bps' },
  { code: 'H25', name: 'raise its rate by 25bps' },
] as const;

export const economicsTemplates = [
  defineTemplate({
    series: 'CPIISLES',
    seriesTitle: 'Consumer prices',
    category: 'Economics',
    source: 'the Statistical Office',
    frequency: 'monthly',
    plan: (random, longDate) => {
      const country = random.pick(countries);
      const formatPercent = (value: number): string => `${value.toFixed(1)}%`;
      return {
        code: country.code,
        title: `Annual inflation in ${country.name}, released ${longDate}?`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.between(1.4, 5.2),
          deviation: 0.22,
          step: 0.1,
          count: 3,
          unit: formatPercent,
          question: (limit) => `Will annual inflation in ${country.name} be above ${limit} in the ${longDate} release?`,
          condition: (limit) =>
            `the first print of annual inflation in ${country.name} on ${longDate} is more than ${limit}, revisions ignored`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'RATEDECISION',
    seriesTitle: 'Central bank decisions',
    category: 'Economics',
    source: 'the Monetary Committee',
    frequency: 'custom',
    plan: (random, longDate) => {
      const country = random.pick(countries);
      return {
        code: country.code,
        title: `Bank of ${country.name} decision on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'exclusive',
        markets: planExclusive(random, {
          contenders: decisions,
          noneProbability: 0.04,
          spread: 1.1,
          question: (decision) => `Will the Bank of ${country.name} ${decision} on ${longDate}?`,
          condition: (decision) => `the Bank of ${country.name} announces on ${longDate} that it will ${decision}`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'JOBCLAIMS',
    seriesTitle: 'Weekly jobless claims',
    category: 'Economics',
    source: 'the Labour Exchange',
    frequency: 'weekly',
    plan: (random, longDate) => {
      const country = random.pick(countries);
      return {
        code: country.code,
        title: `Jobless claims in ${country.name}, week ending ${longDate}?`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.integer(180, 260),
          deviation: 9,
          step: 1,
          count: 2,
          unit: (thousands) => `${thousands},000`,
          question: (limit) => `Will ${country.name} report more than ${limit} jobless claims on ${longDate}?`,
          condition: (limit) => `initial claims published on ${longDate} exceed ${limit}, seasonally adjusted`,
        }),
      };
    },
  }),
];
