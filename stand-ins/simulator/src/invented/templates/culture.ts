import { defineTemplate } from '../define-template.ts';
import { countries, towns } from '../places.ts';
import { planExclusive, planLadder, planSingle } from '../plan-markets.ts';

const films = ['The Cartographer Returns', 'Quiet Please, Captain', 'Nine Lanterns', 'A Mild Inconvenience'] as const;

const bakers = [
  { code: 'RYE', name: 'the rye specialist' },
  { code: 'TART', name: 'the tart traditionalist' },
  { code: 'SOUF', name: 'the soufflé optimist' },
] as const;

const words = [
  { code: 'RESI', name: 'resilience' },
  { code: 'TURN', name: 'turnips' },
  { code: 'HIST', name: 'historic' },
  { code: 'BYPA', name: 'bypass' },
  { code: 'UNFO', name: 'unforeseen' },
] as const;

export const cultureTemplates = [
  defineTemplate({
    series: 'OPENINGDAY',
    seriesTitle: 'Opening-day ticket sales',
    category: 'Entertainment',
    source: 'the Cinema Register',
    frequency: 'weekly',
    plan: (random, longDate) => {
      const film = random.pick(films);
      return {
        code: '',
        title: `"${film}" opening-day ticket sales on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.between(3, 14),
          deviation: 1.2,
          step: 0.5,
          count: 2,
          unit: (millions) => `$${millions} million`,
          question: (limit) => `Will "${film}" sell more than ${limit} of tickets on ${longDate}?`,
          condition: (limit) =>
            `the Cinema Register shows opening-day sales of "${film}" above ${limit} for ${longDate}`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'BAKEOFF',
    seriesTitle: 'The Long Bake',
    category: 'Entertainment',
    source: 'the broadcast',
    frequency: 'weekly',
    plan: (random, longDate) => ({
      code: '',
      title: `Who will leave The Long Bake on ${longDate}?`,
      subTitle: longDate,
      outcomes: 'exclusive',
      markets: planExclusive(random, {
        contenders: bakers,
        noneProbability: 0.06,
        spread: 0.8,
        question: (baker) => `Will ${baker} leave The Long Bake on ${longDate}?`,
        condition: (baker) => `${baker} is sent home in the episode of ${longDate}`,
      }),
    }),
  }),
  defineTemplate({
    series: 'SAYWORD',
    seriesTitle: 'Words said in public',
    category: 'Mentions',
    source: 'the official transcript',
    plan: (random, longDate) => {
      const country = random.pick(countries);
      return {
        code: country.code,
        title: `What will the Speaker of ${country.name} say on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'independent',
        markets: random.sample(words, 3).map((word) =>
          planSingle({
            code: word.code,
            title: `Will the Speaker of ${country.name} say "${word.name}" on ${longDate}?`,
            yesSubTitle: word.name,
            condition: `the official transcript of ${longDate} has the Speaker saying "${word.name}", plurals included`,
            probability: random.between(0.1, 0.88),
          }),
        ),
      };
    },
  }),
  defineTemplate({
    series: 'MUSEUMQUEUE',
    seriesTitle: 'Museum visitors',
    category: 'Social',
    source: 'the turnstile count',
    plan: (random, longDate) => {
      const town = random.pick(towns);
      return {
        code: town.code,
        title: `Visitors to the ${town.name} Museum of Lost Umbrellas on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.integer(600, 2400),
          deviation: 130,
          step: 50,
          count: 2,
          unit: (people) => `${people} visitors`,
          question: (limit) =>
            `Will the ${town.name} Museum of Lost Umbrellas count more than ${limit} on ${longDate}?`,
          condition: (limit) => `the turnstile count for ${longDate} is more than ${limit}, school groups included`,
        }),
      };
    },
  }),
];
