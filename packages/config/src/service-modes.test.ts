import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';
import { resolveServiceModes } from './service-modes.ts';

function resolveModes(env: Record<string, string>) {
  return resolveServiceModes(readEnvironment(env));
}

test('without keys everything is simulated and the arena is an exhibition', () => {
  expect(resolveModes({})).toEqual({
    kalshi: 'simulated',
    openRouter: 'simulated',
    exa: 'simulated',
    exhibition: true,
  });
});

test('with both keys everything is real, Kalshi too', () => {
  expect(resolveModes({ OPENROUTER_API_KEY: 'a', EXA_API_KEY: 'b' })).toEqual({
    kalshi: 'real',
    openRouter: 'real',
    exa: 'real',
    exhibition: false,
  });
});

test('one key makes one service real and keeps the exhibition', () => {
  expect(resolveModes({ OPENROUTER_API_KEY: 'a' })).toMatchObject({
    kalshi: 'simulated',
    openRouter: 'real',
    exhibition: true,
  });
  expect(resolveModes({ EXA_API_KEY: 'a' })).toMatchObject({ openRouter: 'simulated', exa: 'real', exhibition: true });
});

test('a Kalshi address makes Kalshi real by itself', () => {
  expect(resolveModes({ KALSHI_BASE_URL: 'https://kalshi.example' })).toMatchObject({
    kalshi: 'real',
    exhibition: true,
  });
});

test('an explicit setting of the exhibition wins', () => {
  expect(resolveModes({ COLISEUM_EXHIBITION: 'false' }).exhibition).toBe(false);
  const bothKeys = { OPENROUTER_API_KEY: 'a', EXA_API_KEY: 'b' };
  expect(resolveModes({ ...bothKeys, COLISEUM_EXHIBITION: 'true' }).exhibition).toBe(true);
});
