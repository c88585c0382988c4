import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDockerfile } from './dockerfile.ts';

test('stages are read in order, with all that they do', () => {
  const text = [
    '# a comment',
    'FROM node:24-slim@sha256:0e AS base',
    'WORKDIR /app',
    'RUN one && \\',
    '    two',
    'FROM base AS app',
    'ARG VERSION=1.0.0',
    'LABEL version="${VERSION}"',
    'ENV A=1 B=two',
    'COPY --from=base /app/one /app/two ./',
    'USER node',
    'EXPOSE 80',
    'CMD ["node", "main.ts"]',
  ].join('\n');
  expect(parseDockerfile(text)).toEqual([
    {
      name: 'base',
      base: 'node:24-slim@sha256:0e',
      instructions: [
        { kind: 'workdir', path: '/app' },
        { kind: 'run', command: expect.stringMatching(/^one && +two$/) },
      ],
    },
    {
      name: 'app',
      base: 'base',
      instructions: [
        { kind: 'arg', values: { VERSION: '1.0.0' } },
        { kind: 'label', values: { version: '${VERSION}' } },
        { kind: 'env', values: { A: '1', B: 'two' } },
        { kind: 'copy', from: 'base', sources: ['/app/one', '/app/two'], target: './' },
        { kind: 'user', user: 'node' },
        { kind: 'expose' },
        { kind: 'cmd', args: ['node', 'main.ts'] },
      ],
    },
  ]);
});

test.each([
  ['HEALTHCHECK CMD true', 'HEALTHCHECK cannot be rehearsed'],
  ['COPY --chown=node a b', 'COPY --chown cannot be rehearsed'],
  ['CMD node main.ts', 'has to be a list'],
])('%s is refused and not passed over', (line, message) => {
  expect(() => parseDockerfile(`FROM node AS app\n${line}`)).toThrow(message);
});

test('our own Dockerfile can be rehearsed', () => {
  const text = readFileSync(join(import.meta.dirname, '../../Dockerfile'), 'utf8');
  expect(parseDockerfile(text).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['worker', 'api', 'web', 'proxy']),
  );
});
