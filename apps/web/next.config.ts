import path from 'node:path';
import type { NextConfig } from 'next';
import { securityHeaders } from './src/lib/security/security-headers.ts';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  turbopack: { root: path.join(import.meta.dirname, '../..') },
  // `pnpm typecheck` already checks this package; a second check would only slow the build.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers: [...securityHeaders] }],
};

export default config;
