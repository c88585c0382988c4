import { expect, test } from 'vitest';
import { parseCompose, resolveComposeText } from './compose-file.ts';
import { findReferenceProblems } from './reference-problems.ts';
import { findSchemaProblems } from './schema-problems.ts';

const SOUND = `
services:
  database:
    image: \${IMAGE:-mongo}
    profiles: ['', bundled]
    volumes: ['data:/data', './config:/etc/config:ro']
    healthcheck: { test: [CMD, 'true'] }
  app:
    build: { context: ., target: app }
    networks: [back]
    depends_on:
      database: { condition: service_healthy, required: false }
networks: { back: }
volumes: { data: }
`;

function findProblems(text: string): string[] {
  return findReferenceProblems(parseCompose(text, {}), [[], ['bundled'], ['hosted']]);
}

test('a sound file has no problems', () => {
  expect(findSchemaProblems(resolveComposeText(SOUND, {}))).toEqual([]);
  expect(findProblems(SOUND)).toEqual([]);
});

test.each([
  ['a word that Compose does not know', 'read_onyl: true', /additional properties/],
  ['a limit that is none', 'mem_limit: [1]', /services\/app\/mem_limit/],
  ['a condition that is none', 'restart: true', /services\/app\/restart/],
])('%s is found by the schema', (_what, line, problem) => {
  const text = SOUND.replace('    networks: [back]', `    networks: [back]\n    ${line}`);
  expect(findSchemaProblems(resolveComposeText(text, {})).join('\n')).toMatch(problem);
});

test.each([
  ['networks: [back]', 'networks: [front]', ['app: there is no network front', 'nobody uses the network back']],
  ["'data:/data'", "'disk:/data'", ['database: there is no volume disk', 'nobody uses the volume data']],
  ['      database:', '      mongo:', ['app: there is no service mongo']],
  ['    healthcheck', '    x-none', ['app waits until database is healthy, which has no health check']],
  [', required: false', '', ['with --profile hosted, app needs database, which does not run']],
])('with %s as %s: %j', (from, to, problems) => {
  expect(findProblems(SOUND.replace(from, to))).toEqual(problems);
});
