import { ensurePresent } from '@coliseum/domain/assert';
import { defineTemplate } from '../define-template.ts';
import { teams, towns } from '../places.ts';
import { planExclusive, planLadder, planSingle } from '../plan-markets.ts';

const boats = [
  { code: 'PELI', name: 'Patient Pelican' },
  { code: 'MOND', name: 'Monday Morning' },
  { code: 'REGR', name: 'No Regrets' },
  { code: 'ALBA', name: 'Second Albatross' },
] as const;

export const sportsTemplates = [
  defineTemplate({
    series: 'COASTLGAME',
    seriesTitle: 'Coastal League game',
    category: 'Sports',
    source: 'the Coastal League',
    frequency: 'custom',
    tags: ['Football'],
    listsLateClose: true,
    plan: (random, longDate) => {
      const pair = random.sample(teams, 2);
      const home = ensurePresent(pair[0], 'home team');
      const away = ensurePresent(pair[1], 'away team');
      return {
        code: `${away.code}${home.code}`,
        title: `${away.name} at ${home.name} Winner?`,
        subTitle: `${away.code} at ${home.code} (${longDate})`,
        outcomes: 'exclusive',
        markets: planExclusive(random, {
          contenders: [home, away, { code: 'TIE', name: 'Tie' }],
          noneProbability: 0.01,
          spread: 0.5,
          question: () => `${away.name} at ${home.name} Winner?`,
          condition: (name) =>
            name === 'Tie'
              ? `${away.name} at ${home.name} on ${longDate} ends level after regulation time`
              : `${name} win ${away.name} at ${home.name} on ${longDate} in regulation time`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'HOOPTOTAL',
    seriesTitle: 'Hoop Circuit total points',
    category: 'Sports',
    source: 'the Hoop Circuit',
    frequency: 'custom',
    tags: ['Basketball'],
    listsLateClose: true,
    plan: (random, longDate) => {
      const pair = random.sample(teams, 2);
      const home = ensurePresent(pair[0], 'home team');
      const away = ensurePresent(pair[1], 'away team');
      return {
        code: `${away.code}${home.code}`,
        title: `${away.name} at ${home.name}: Total Points`,
        subTitle: longDate,
        outcomes: 'ladder',
        markets: planLadder(random, {
          mean: random.integer(196, 232),
          deviation: 15,
          step: 1,
          count: 2,
          unit: (points) => `${points} points`,
          question: (limit) => `Over ${limit} scored in ${away.name} at ${home.name}?`,
          condition: (limit) => `the two teams together score more than ${limit} on ${longDate}, overtime included`,
        }),
      };
    },
  }),
  defineTemplate({
    series: 'CHESSMOVES',
    seriesTitle: 'Length of a chess game',
    category: 'Sports',
    source: 'the tournament arbiter',
    plan: (random, longDate) => {
      const town = random.pick(towns);
      const moves = random.integer(32, 48);
      const title = `Will the ${town.name} Masters board-one game on ${longDate} last more than ${moves} moves?`;
      return {
        code: town.code,
        title,
        subTitle: longDate,
        outcomes: 'independent',
        markets: [
          planSingle({
            code: `M${moves}`,
            title,
            yesSubTitle: `More than ${moves} moves`,
            condition: `the score sheet of board one on ${longDate} shows more than ${moves} moves by White`,
            probability: random.between(0.2, 0.8),
          }),
        ],
      };
    },
  }),
  defineTemplate({
    series: 'REGATTA',
    seriesTitle: 'Harbour regatta winner',
    category: 'Sports',
    source: 'the Race Committee',
    plan: (random, longDate) => {
      const town = random.pick(towns);
      return {
        code: town.code,
        title: `Who will win the ${town.name} harbour regatta on ${longDate}?`,
        subTitle: longDate,
        outcomes: 'exclusive',
        markets: planExclusive(random, {
          contenders: boats,
          noneProbability: 0.08,
          spread: 0.7,
          question: (boat) => `Will "${boat}" win the ${town.name} harbour regatta on ${longDate}?`,
          condition: (boat) => `"${boat}" is first on corrected time at ${town.name} on ${longDate}`,
        }),
      };
    },
  }),
];
