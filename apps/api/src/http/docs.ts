import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';

const SCRIPTS = '/api/docs/assets';

/** Only what this server serves itself: Scalar would load fonts and more from its makers' hosts. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Coliseum API</title>
  </head>
  <body>
    <div id="app"></div>
    <noscript>Without JavaScript, read the OpenAPI document: <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
    <script src="${SCRIPTS}/js/scalar.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START_SCRIPT = `Scalar.createApiReference('#app', ${JSON.stringify({
  url: '/api/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
})});
`;

/** Serves a page at `/api/docs` to read and try the REST paths, with Scalar's script from its npm package. */
export async function registerDocs(server: FastifyInstance): Promise<void> {
  await server.register(scalar, { routePrefix: SCRIPTS, configuration: { url: '/api/openapi.json' } });
  server.get('/api/docs', (_request, reply) =>
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY).type('text/html; charset=utf-8').send(PAGE),
  );
  server.get('/api/docs/start.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START_SCRIPT),
  );
}
