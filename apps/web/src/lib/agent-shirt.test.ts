import { expect, test } from 'vitest';
import { shirtOf } from './agent-shirt.ts';

const FOUNDERS = ['GP', 'CL', 'GK', 'GE', 'LL', 'ML', 'DS', 'QW'];

test('no two founding agents share a colour or a shape', () => {
  expect(new Set(FOUNDERS.map((initials) => shirtOf(initials).className)).size).toBe(8);
  expect(new Set(FOUNDERS.map((initials) => shirtOf(initials).shape)).size).toBe(8);
});

test('an agent that joined later gets a shape that no founder has', () => {
  expect(FOUNDERS.map((initials) => shirtOf(initials).shape)).not.toContain(shirtOf('ZZ').shape);
});
