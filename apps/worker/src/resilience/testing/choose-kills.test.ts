import { createSeededRandom } from '@coliseum/domain/random';
import { expect, test } from 'vitest';
import { listAllKills, sampleKills } from './choose-kills.ts';

const STEPS = ['aggregate agents', 'insert bets', 'update agents', 'insert bets', 'commitTransaction'];

test('there is a kill before every step and another one after every write', () => {
  expect(listAllKills(STEPS)).toEqual([
    { at: 'step', number: 1, phase: 'before' },
    { at: 'step', number: 2, phase: 'before' },
    { at: 'step', number: 2, phase: 'after' },
    { at: 'step', number: 3, phase: 'before' },
    { at: 'step', number: 3, phase: 'after' },
    { at: 'step', number: 4, phase: 'before' },
    { at: 'step', number: 4, phase: 'after' },
    { at: 'step', number: 5, phase: 'before' },
    { at: 'step', number: 5, phase: 'after' },
  ]);
});

test('a sample covers every kind of write, uses both phases, and depends only on the seed', () => {
  const selectKills = () => sampleKills(STEPS, createSeededRandom('kills'), 2);
  const sample = selectKills();
  expect(sample).toEqual(selectKills());
  expect(sample).toHaveLength(5);
  const kinds = sample.slice(0, 3).map((point) => point.at === 'step' && [STEPS[point.number - 1], point.phase]);
  expect(kinds).toEqual([
    ['insert bets', 'before'],
    ['update agents', 'after'],
    ['commitTransaction', 'before'],
  ]);
});
