import { AsyncLocalStorage } from 'node:async_hooks';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { ROOT_CONTEXT, SpanStatusCode, trace, type Context, type Span, type Tracer } from '@opentelemetry/api';
import { getLogContext } from './log-context.ts';
import { redactCredentials } from './serialize-error.ts';
import type { Telemetry } from './telemetry.ts';

/** Runs work inside spans of one tracer. The current span follows the work across promises. */
export function createSpanRunner(tracer: Tracer): Telemetry['span'] {
  const parents = new AsyncLocalStorage<Context>();
  return async (name, attributes, work) => {
    const parent = parents.getStore() ?? ROOT_CONTEXT;
    const span = tracer.startSpan(name, { attributes: { ...getLogContext(), ...attributes } }, parent);
    try {
      return await parents.run(trace.setSpan(parent, span), async () => {
        return await work((added) => void span.setAttributes(added));
      });
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  };
}

/**
 * Only messages of operational errors are safe to send. Any other may contain prompts or answers, so only its name is
 * sent.
 */
function markFailed(span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const message = isAppError(error) ? redactCredentials(error.message) : name;
  span.setAttribute('error.type', isAppError(error) ? error.code : name);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}
