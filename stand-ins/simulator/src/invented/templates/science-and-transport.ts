import { defineTemplate } from '../define-template.ts';
import { countries, towns } from '../places.ts';
import { planLadder, planSingle } from '../plan-markets.ts';

const rockets = ['Thistle 4', 'Plover Heavy', 'Kestrel Light'] as const;

export const scienceAndTransportTemplates = [
  defineTemplate({
    series: 'LAUNCHWINDOW',
    seriesTitle: 'Rocket launches',
    category: 'Science and Technology',
    source: 'the range operator',
    frequency: 'custom',
    plan: (random, longDate) => {
      const rocket = random.pick(rockets);
      const title = `Will ${rocket} lift off in its window on ${longDate}?`;
      return {
        code: '',
        title,
        subTitle: longDate,
        outcomes: 'independent',
        markets: [
          planSingle({
            code: 'LIFT',
            title,
            yesSubTitle: 'Lifts off',
            condition: `the range operator confirms that ${rocket} left the pad within its window on ${longDate}`,
            probability: random.between(0.3, 0.9),
          }),
        ],
      };
    },
  }),
  defineTemplate({
    series: 'SUNSPOTS',
    seriesTitle: 'Daily sunspot number',
    category: 'Science and Technology',
    source: 'the Tarn Observatory',
    plan: (random, longDate) => ({
      code: '',
      title: `Sunspot number on ${longDate}?`,
      subTitle: longDate,
      outcomes: 'ladder',
      markets: planLadder(random, {
        mean: random.integer(60, 170),
        deviation: 14,
        step: 5,
        count: 2,
        question: (limit) => `Will the Tarn Observatory count more than ${limit} sunspots on ${longDate}?`,
        condition: (limit) => `the provisional sunspot number for ${longDate} is above ${limit}`,
      }),
    }),
  }),
  defineTemplate({
    series: 'POLLENINDEX',
    seriesTitle: 'Pollen index',
    category: 'Health',
    source: 'the Allergy Board',
    plan: (random, longDate) => {
      const town = random.pick(towns);
      return {
        code: town.code,
        title: `Pollen index in ${town.name} on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.between(3, 8),
          deviation: 0.9,
          step: 0.5,
          count: 1,
          question: (limit) => `Will the pollen index in ${town.name} be above ${limit} on ${longDate}?`,
          condition: (limit) => `the Allergy Board publishes an index above ${limit} for ${town.name} on ${longDate}`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'ONTIMERAIL',
    seriesTitle: 'Trains on time',
    category: 'Transportation',
    source: 'the Rail Regulator',
    plan: (random, longDate) => {
      const country = random.pick(countries);
      return {
        code: country.code,
        title: `Share of ${country.name} trains on time on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.integer(72, 94),
          deviation: 2.4,
          step: 1,
          count: 3,
          unit: (percent) => `${percent}%`,
          question: (limit) => `Will more than ${limit} of ${country.name} trains run on time on ${longDate}?`,
          condition: (limit) =>
            `more than ${limit} of arrivals on ${longDate} are within five minutes of the timetable`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'LASTFERRY',
    seriesTitle: 'The last ferry',
    category: 'Transportation',
    source: 'the ferry log',
    plan: (random, longDate) => {
      const town = random.pick(towns);
      const title = `Will the last ferry from ${town.name} leave on time on ${longDate}?`;
      return {
        code: town.code,
        title,
        subTitle: longDate,
        outcomes: 'independent',
        markets: [
          planSingle({
            code: 'ONTIME',
            title,
            yesSubTitle: 'On time',
            condition: `the ferry log shows departure within two minutes of the timetable on ${longDate}`,
            probability: random.between(0.25, 0.85),
          }),
        ],
      };
    },
  }),
  defineTemplate({
    series: 'LATESITTING',
    seriesTitle: 'Late sittings',
    category: 'World',
    source: 'the assembly clerk',
    plan: (random, longDate) => ({
      code: '',
      title: `Which assemblies will sit past its closing hour on ${longDate}?`,
      subTitle: longDate,
      outcomes: 'independent',
      markets: random.sample(countries, 2).map((country) =>
        planSingle({
          code: country.code,
          title: `Will the ${country.name} assembly sit past its closing hour on ${longDate}?`,
          yesSubTitle: country.name,
          condition: `the clerk's journal of the ${country.name} assembly shows business after its closing hour on ${longDate}`,
          probability: random.between(0.1, 0.75),
        }),
      ),
    }),
  }),
];
