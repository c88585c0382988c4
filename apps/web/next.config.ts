import path from 'node:path';
import type { NextConfig } from 'next';
import { securityHeaders } from './src/lib/security/security-headers.ts';

const repository = path.join(import.meta.dirname, '../..');
/** Set by the Dockerfile alone, when it builds the site. */
const isForImage = process.env['NEXT_OUTPUT'] === 'standalone';

const config: NextConfig = {
  // A server with no more than it needs, for the image. `next start` does not take it.
  ...(isForImage && { output: 'standalone', outputFileTracingRoot: repository }),
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  turbopack: { root: repository },
  // `pnpm typecheck` already checks this package; a second check would only slow the build.
  typescript: { ignoreBuildErrors: true },
  // The API sets those of its own answers.
  headers: async () => [{ source: '/((?!api/|trpc/).*)', headers: [...securityHeaders] }],
};

export default config;
