import type { FastifyInstance } from 'fastify';

/**
 * Lets the handlers of a scope take HEAD for GET, so that it gets the status and the headers that GET would. Both tRPC
 * and its REST paths answer 204 to any HEAD otherwise. Node leaves the body out.
 */
export function answerHeadLikeGet(scope: FastifyInstance): void {
  const heads = new WeakSet<object>();
  scope.addHook('preHandler', ({ raw }, _reply, done) => {
    if (raw.method === 'HEAD') {
      heads.add(raw);
      raw.method = 'GET';
    }
    done();
  });
  // The length of the body that is left out stands, and is not replaced by 0, only while the method is HEAD.
  scope.addHook('onSend', ({ raw }, _reply, payload, done) => {
    if (heads.has(raw)) raw.method = 'HEAD';
    done(null, payload);
  });
}
