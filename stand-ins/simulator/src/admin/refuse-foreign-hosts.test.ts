import { expect, test } from 'vitest';
import { isOwnHost } from './refuse-foreign-hosts.ts';

test.each([
  ['localhost', true],
  ['localhost:4010', true],
  ['LOCALHOST.:4010', true],
  ['arena.localhost:4010', true],
  ['127.0.0.1:4010', true],
  ['127.1.2.3', true],
  ['[::1]:4010', true],
  ['192.168.1.7:4010', true],
  ['sim.lan:4010', true],
  ['[fe80::7]:4010', true],
  ['192.168.1.8:4010', false],
  ['evil.example', false],
  ['evil.example:4010', false],
  ['localhost.evil.example', false],
  ['notlocalhost', false],
  ['127.0.0.1.evil.example', false],
  ['127.evil.example', false],
  ['localhost@evil.example', false],
  ['localhost:80@evil.example', false],
  ['localhost, evil.example', false],
  ['localhost/evil', false],
  ['0.0.0.0', false],
  [':4010', false],
  ['', false],
  [undefined, false],
])('the host %j is our own: %s', (header, own) => {
  expect(isOwnHost(header, ['sim.lan', '::ffff:192.168.1.7', 'fe80::7', undefined])).toBe(own);
});
