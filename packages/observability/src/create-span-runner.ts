import { AsyncLocalStorage } from 'node:async_hooks';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { ROOT_CONTEXT, SpanStatusCode, trace, type Context, type Span, type Tracer } from '@opentelemetry/api';
import { getLogContext } from './log-context.ts';
import { redactCredentials } from './serialize-error.ts';
import type { Telemetry } from './telemetry.ts';

/** Spans on one tracer. Which span is under way follows the work through its promises. */
export function createSpanRunner(tracer: Tracer): Telemetry['span'] {
  const parents = new AsyncLocalStorage<Context>();
  return async (name, attributes, work) => {
    const parent = parents.getStore() ?? ROOT_CONTEXT;
    const span = tracer.startSpan(name, { attributes: { ...getLogContext(), ...attributes } }, parent);
    try {
      return await parents.run(trace.setSpan(parent, span), async () => {
        return await work((noted) => void span.setAttributes(noted));
      });
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  };
}

/** Messages of operational errors are safe to show. Any other may hold what was being worked on: its name has to do. */
function markFailed(span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const message = isAppError(error) ? redactCredentials(error.message) : name;
  span.setAttribute('error.type', isAppError(error) ? error.code : name);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}
