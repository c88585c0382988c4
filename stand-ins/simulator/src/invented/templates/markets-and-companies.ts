import { defineTemplate } from '../define-template.ts';
import { companies } from '../places.ts';
import { planExclusive, planLadder, planSingle } from '../plan-markets.ts';

const moves = [
  { code: 'UP1', name: 'up more than 1%' },
  { code: 'FLAT', name: 'within 1% of the day before' },
  { code: 'DN1', name: 'down more than 1%' },
] as const;

const formatDollars = (value: number): string => `$${value.toLocaleString('en-US')}`;

export const marketsAndCompaniesTemplates = [
  defineTemplate({
    series: 'LUMENCOIN',
    seriesTitle: 'Lumencoin price',
    category: 'Crypto',
    source: 'the Lumen reference index',
    plan: (random, longDate) => ({
      code: '',
      title: `Lumencoin price on ${longDate}?`,
      subTitle: longDate,
      outcomes: 'ladder',
      markets: planLadder(random, {
        mean: random.integer(3100, 4900),
        deviation: 85,
        step: 20,
        count: 4,
        unit: formatDollars,
        question: (limit) => `Will Lumencoin be above ${limit} at the close on ${longDate}?`,
        condition: (limit) =>
          `the one-minute average of the Lumen reference index at the close on ${longDate} is above ${limit}`,
      }),
    }),
  }),
  defineTemplate({
    series: 'GASFEE',
    seriesTitle: 'Network fees',
    category: 'Crypto',
    source: 'the Pebblechain explorer',
    plan: (random, longDate) => ({
      code: '',
      title: `Median Pebblechain transaction fee on ${longDate}?`,
      subTitle: longDate,
      outcomes: 'ladder',
      markets: planLadder(random, {
        mean: random.between(0.6, 2.4),
        deviation: 0.18,
        step: 0.05,
        count: 2,
        unit: (value) => `$${value.toFixed(2)}`,
        question: (limit) => `Will the median Pebblechain fee be above ${limit} on ${longDate}?`,
        condition: (limit) => `the explorer shows a median fee above ${limit} for ${longDate}`,
      }),
    }),
  }),
  defineTemplate({
    series: 'HALDEN100',
    seriesTitle: 'Halden 100 daily move',
    category: 'Financials',
    source: 'the Halden Exchange',
    plan: (random, longDate) => ({
      code: '',
      title: `Halden 100 on ${longDate}?`,
      subTitle: longDate,
      outcomes: 'exclusive',
      markets: planExclusive(random, {
        contenders: moves,
        noneProbability: 0.01,
        spread: 0.6,
        question: (move) => `Will the Halden 100 end ${move} on ${longDate}?`,
        condition: (move) => `the official close of the Halden 100 on ${longDate} is ${move}`,
      }),
    }),
  }),
  defineTemplate({
    series: 'EARNINGSBEAT',
    seriesTitle: 'Quarterly revenue',
    category: 'Companies',
    source: 'the company filing',
    frequency: 'quarterly',
    plan: (random, longDate) => {
      const company = random.pick(companies);
      const millions = random.integer(40, 900);
      const title = `Will ${company.name} report quarterly revenue above $${millions} million on ${longDate}?`;
      return {
        code: company.code,
        title,
        subTitle: longDate,
        outcomes: 'independent',
        markets: [
          planSingle({
            code: `R${millions}`,
            title,
            yesSubTitle: `Above $${millions} million`,
            condition: `revenue in the filing of ${company.name} on ${longDate} is more than $${millions} million`,
            probability: random.between(0.25, 0.85),
          }),
        ],
      };
    },
  }),
  defineTemplate({
    series: 'PRODUCTDATE',
    seriesTitle: 'Product announcements',
    category: 'Companies',
    source: 'the company newsroom',
    frequency: 'custom',
    plan: (random, longDate) => ({
      code: '',
      title: `Which companies will announce a product by ${longDate}?`,
      subTitle: longDate,
      outcomes: 'independent',
      markets: random.sample(companies, 2).map((company) =>
        planSingle({
          code: company.code,
          title: `Will ${company.name} announce a new product by ${longDate}?`,
          yesSubTitle: company.name,
          condition: `the newsroom of ${company.name} carries a new product by ${longDate}; a new colour is not a new product`,
          probability: random.between(0.08, 0.7),
        }),
      ),
    }),
  }),
];
