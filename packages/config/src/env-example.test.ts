import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { EnvironmentVariables } from './environment-variables.ts';
import { readEnvironment } from './environment.ts';

const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
const example = parseEnv(text);

/** What `docker-compose.yml` and Compose itself read, and no process of the arena. */
const readByCompose = ['COMPOSE_PROFILES', 'HTTPS_PORT', 'HTTP_PORT', 'MONGODB_READER_URL', 'SITE_HOST'];

test('.env.example lists exactly the variables that the arena and its containers read', () => {
  const read = [...Object.keys(EnvironmentVariables.shape), ...readByCompose];
  expect(Object.keys(example).toSorted()).toEqual(read.toSorted());
});

test('every variable of .env.example stands under an explanation', () => {
  const blocks = text.split('\n\n').filter((block) => /^[A-Z_]+=/m.test(block));
  for (const block of blocks) expect(block).toMatch(/^# \S/);
});

test('the values of .env.example are the defaults', () => {
  expect(readEnvironment(example)).toEqual(readEnvironment({}));
});
