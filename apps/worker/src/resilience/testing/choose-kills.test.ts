import { createSeededRandom } from '@coliseum/domain/random';
import { expect, test } from 'vitest';
import { listAllKills, sampleKills } from './choose-kills.ts';

const STEPS = ['aggregate agents', 'insert bets', 'update agents', 'insert bets', 'commitTransaction'];

test('every step is a boundary before, and a write also after', () => {
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

test('some of them hold every kind of write, in both phases, and are the same for the same seed', () => {
  const selectKills = () => sampleKills(STEPS, createSeededRandom('kills'), 2);
  const chosen = selectKills();
  expect(chosen).toEqual(selectKills());
  expect(chosen).toHaveLength(5);
  const kinds = chosen.slice(0, 3).map((point) => point.at === 'step' && [STEPS[point.number - 1], point.phase]);
  expect(kinds).toEqual([
    ['insert bets', 'before'],
    ['update agents', 'after'],
    ['commitTransaction', 'before'],
  ]);
});
