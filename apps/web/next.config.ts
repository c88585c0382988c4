import path from 'node:path';
import type { NextConfig } from 'next';
import { securityHeaders } from './src/lib/security/security-headers.ts';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  turbopack: { root: path.join(import.meta.dirname, '../..') },
  // `pnpm typecheck` checks this package with the same flags as every other; a second check would only cost build time.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers: [...securityHeaders] }],
};

export default config;
