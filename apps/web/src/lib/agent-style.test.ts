import { expect, test } from 'vitest';
import { toAgentStyle } from './agent-style.ts';

const FOUNDERS = ['GP', 'CL', 'GK', 'GE', 'LL', 'ML', 'DS', 'QW'];

test('no two founding agents share a colour class or a shape', () => {
  expect(new Set(FOUNDERS.map((initials) => toAgentStyle(initials).className)).size).toBe(8);
  expect(new Set(FOUNDERS.map((initials) => toAgentStyle(initials).shape)).size).toBe(8);
});

test('an agent that joined later has a shape no founder has', () => {
  expect(FOUNDERS.map((initials) => toAgentStyle(initials).shape)).not.toContain(toAgentStyle('ZZ').shape);
});
