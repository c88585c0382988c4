import { expect, test } from 'vitest';
import { findRedisMistake } from './check-queue-server.ts';

const info = (...lines: readonly string[]): string => ['# Server', 'redis_version:7.0.15', ...lines, ''].join('\r\n');

test.each(['allkeys-lru', 'volatile-lru', 'volatile-ttl', 'allkeys-random'])(
  'a Redis that evicts by %s is named with what to set',
  (policy) => {
    const mistake = findRedisMistake(info(`maxmemory_policy:${policy}`, 'cluster_enabled:0'));
    expect(mistake).toContain(`maxmemory-policy is ${policy}`);
    expect(mistake).toContain('Set maxmemory-policy to noeviction');
  },
);

test('a Redis in cluster mode is named', () => {
  expect(findRedisMistake(info('maxmemory_policy:noeviction', 'cluster_enabled:1'))).toContain('cluster mode');
});

test('a Redis that keeps everything is fine, also one that does not say', () => {
  expect(findRedisMistake(info('maxmemory_policy:noeviction', 'cluster_enabled:0'))).toBeNull();
  expect(findRedisMistake(info())).toBeNull();
});
