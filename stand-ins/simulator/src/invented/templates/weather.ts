import { defineTemplate } from '../define-template.ts';
import { towns } from '../places.ts';
import { planLadder, planSingle } from '../plan-markets.ts';

export const weatherTemplates = [
  defineTemplate({
    series: 'HIGHTOWN',
    seriesTitle: 'Highest temperature',
    category: 'Climate and Weather',
    source: 'the Meteorological Bureau',
    plan: (random, longDate) => {
      const town = random.pick(towns);
      return {
        code: town.code,
        title: `Highest temperature in ${town.name} on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.between(38, 84),
          deviation: 2.6,
          step: 1,
          count: 4,
          unit: (degrees) => `${degrees}°`,
          question: (limit) => `Will the maximum temperature in ${town.name} be above ${limit} on ${longDate}?`,
          condition: (limit) =>
            `the highest temperature recorded at ${town.name} station on ${longDate} is above ${limit}`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'RAINTOWN',
    seriesTitle: 'Rain',
    category: 'Climate and Weather',
    source: 'the Meteorological Bureau',
    plan: (random, longDate) => ({
      code: '',
      title: `Where will it rain on ${longDate}?`,
      subTitle: longDate,
      outcomes: 'independent',
      markets: random.sample(towns, 3).map((town) =>
        planSingle({
          code: town.code,
          title: `Will it rain in ${town.name} on ${longDate}?`,
          yesSubTitle: town.name,
          condition: `measurable rain falls at ${town.name} station on ${longDate}; drizzle on the observer's spectacles does not count`,
          probability: random.between(0.08, 0.9),
        }),
      ),
    }),
  }),
  defineTemplate({
    series: 'FOGHARBOR',
    seriesTitle: 'Harbour fog',
    category: 'Climate and Weather',
    source: 'the Harbour Master',
    plan: (random, longDate) => {
      const town = random.pick(towns);
      const title = `Will fog close ${town.name} harbour on ${longDate}?`;
      return {
        code: town.code,
        title,
        subTitle: longDate,
        outcomes: 'independent',
        markets: [
          planSingle({
            code: 'FOG',
            title,
            yesSubTitle: 'Harbour closes',
            condition: `the Harbour Master logs a closure for fog of at least ten minutes on ${longDate}`,
            probability: random.between(0.06, 0.6),
          }),
        ],
      };
    },
  }),
];
