import type { FastifyInstance } from 'fastify';

/**
 * Answers the paths of a scope that no procedure has like every other unknown path: the adapter of the REST paths would
 * answer them in a form of its own. `paths` are written as in the OpenAPI document, `/events/{event_id}`.
 */
export function refuseUnknownPaths(scope: FastifyInstance, prefix: string, paths: readonly string[]): void {
  const known = new RegExp(`^${prefix}(?:${paths.map(toPattern).join('|')})/?$`);
  scope.addHook('preHandler', (request, reply, done) => {
    // As the adapter reads it: without steps such as `/..`.
    const { pathname } = new URL(`http://localhost${request.url}`);
    if (known.test(pathname)) return done();
    reply.callNotFound();
  });
}

/** No path has a character that means something in a pattern, but for its parameters. */
function toPattern(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '[^/]+');
}
