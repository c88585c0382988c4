import { unstable_doesMiddlewareMatch as doesMatch } from 'next/experimental/testing/server.js';
import { expect, test } from 'vitest';
import { config } from './proxy.ts';

function isPage(url: string): boolean {
  return doesMatch({ config, nextConfig: {}, url });
}

test.each([
  '/',
  '/events/e00000000000000000000001',
  '/how-it-works',
  '/icon.svgz',
  '/icon.svg/x',
  '/icon.svg.html',
  '/iconxsvg',
  '/theme.jsx',
  '/themexjs',
  '/theme.js/x',
  '/_next/staticfoo',
  '/_next/static',
  '/_next/image',
  '/x/icon.svg',
  '/x/_next/static/y',
  '/api',
  '/apis',
  '/x/api/status',
])('%s is a page and gets a policy', (url) => {
  expect(isPage(url)).toBe(true);
});

test.each([
  '/icon.svg',
  '/icon.svg?abc',
  '/theme.js',
  '/_next/static/chunks/main.js',
  '/_next/static/media/font.woff2',
])('%s is a file and needs none', (url) => {
  expect(isPage(url)).toBe(false);
});

test.each(['/api/leaderboard', '/api/live', '/trpc/status,leaderboard?batch=1'])(
  '%s is handed to the API, whose answer has a policy of its own',
  (url) => {
    expect(isPage(url)).toBe(false);
  },
);
