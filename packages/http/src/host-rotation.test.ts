import { expect, test } from 'vitest';
import { createHostRotation } from './host-rotation.ts';

test('stays with the first host until told to move on, then goes round', () => {
  const hosts = createHostRotation(['https://a.example/v2/', 'https://b.example/v2']);
  expect(hosts.current()).toBe('https://a.example/v2');
  hosts.leave('https://a.example/v2');
  expect(hosts.current()).toBe('https://b.example/v2');
  hosts.leave('https://b.example/v2');
  expect(hosts.current()).toBe('https://a.example/v2');
});

test('two calls that fail on the same host move on only once', () => {
  const hosts = createHostRotation(['https://a.example', 'https://b.example', 'https://c.example']);
  hosts.leave('https://a.example');
  hosts.leave('https://a.example');
  expect(hosts.current()).toBe('https://b.example');
});

test('a service without a host is a bug', () => {
  expect(() => createHostRotation([])).toThrow('at least one base URL');
});
