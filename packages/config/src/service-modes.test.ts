import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';
import { serviceModes } from './service-modes.ts';

function modesOf(env: Record<string, string>) {
  return serviceModes(readEnvironment(env));
}

test('without keys everything is simulated and the arena is an exhibition', () => {
  expect(modesOf({})).toEqual({ kalshi: 'simulated', openRouter: 'simulated', exa: 'simulated', exhibition: true });
});

test('with both keys everything is real, Kalshi too', () => {
  expect(modesOf({ OPENROUTER_API_KEY: 'a', EXA_API_KEY: 'b' })).toEqual({
    kalshi: 'real',
    openRouter: 'real',
    exa: 'real',
    exhibition: false,
  });
});

test('one key makes one service real and keeps the exhibition', () => {
  expect(modesOf({ OPENROUTER_API_KEY: 'a' })).toMatchObject({
    kalshi: 'simulated',
    openRouter: 'real',
    exhibition: true,
  });
  expect(modesOf({ EXA_API_KEY: 'a' })).toMatchObject({ openRouter: 'simulated', exa: 'real', exhibition: true });
});

test('a Kalshi address makes Kalshi real by itself', () => {
  expect(modesOf({ KALSHI_BASE_URL: 'https://kalshi.example' })).toMatchObject({ kalshi: 'real', exhibition: true });
});

test('what the environment says about the exhibition holds', () => {
  expect(modesOf({ COLISEUM_EXHIBITION: 'false' }).exhibition).toBe(false);
  const bothKeys = { OPENROUTER_API_KEY: 'a', EXA_API_KEY: 'b' };
  expect(modesOf({ ...bothKeys, COLISEUM_EXHIBITION: 'true' }).exhibition).toBe(true);
});
