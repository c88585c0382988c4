import { isAppError } from '@coliseum/domain/errors/app-error';
import { getLogContext } from '@coliseum/observability/log-context';
import type { Attributes, AddAttributes, Telemetry } from '@coliseum/observability/telemetry';

export type TracedCall = {
  readonly service: 'kalshi' | 'openrouter' | 'exa';
  readonly operation: string;
  /** The requested model. */
  readonly model?: string;
  /** Further attributes of the span: ids and limits, never prompts. */
  readonly attributes?: Attributes;
};

export type TraceDependencies = { readonly telemetry: Telemetry; readonly monotonicMs: () => number };

/** Makes one call to an outside service inside a span, and records its duration and outcome. */
export async function traceCall<T>(
  { telemetry, monotonicMs }: TraceDependencies,
  call: TracedCall,
  make: (note: AddAttributes) => Promise<T>,
): Promise<T> {
  const { service, operation, model, attributes = {} } = call;
  const { stage } = getLogContext();
  const labels = { service, operation, ...(model !== undefined && { model }), ...(stage !== undefined && { stage }) };
  const startedMs = monotonicMs();
  let outcome = 'ok';
  try {
    return await telemetry.span(`${service} ${operation}`, { ...labels, ...attributes }, make);
  } catch (error) {
    outcome = isAppError(error) ? error.code : 'INTERNAL';
    telemetry.count('coliseum.call.failures', 1, { ...labels, code: outcome });
    throw error;
  } finally {
    telemetry.record('coliseum.call.duration', monotonicMs() - startedMs, { ...labels, outcome });
  }
}

/** Adds the cost of a call to its span and to the cost metric. */
export function countCost(
  { telemetry, note }: { readonly telemetry: Telemetry; readonly note: AddAttributes },
  { service, model }: Pick<TracedCall, 'service' | 'model'>,
  costMicroDollars: number | null,
): void {
  if (costMicroDollars === null) return;
  const { stage } = getLogContext();
  note({ costMicroDollars });
  const labels = { service, ...(model !== undefined && { model }), ...(stage !== undefined && { stage }) };
  telemetry.count('coliseum.cost', costMicroDollars, labels);
}
