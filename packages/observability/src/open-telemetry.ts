import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  AggregationType,
  InstrumentType,
  MeterProvider,
  PeriodicExportingMetricReader,
  type AggregationOption,
} from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { createMetrics } from './create-metrics.ts';
import { createSpanRunner } from './create-span-runner.ts';
import type { TelemetryOptions } from './telemetry-options.ts';
import type { Telemetry } from './telemetry.ts';
import { createOutageWatch, watchExports } from './watch-exports.ts';

const SEND_TIMEOUT_MS = 10_000;
const METRICS_INTERVAL_MS = 60_000;
const DEFAULT_STOP_LIMIT_MS = 5_000;
const SCOPE = 'coliseum';

type OpenTelemetryOptions = TelemetryOptions & { readonly token: string; readonly baseUrl: string };

/** Telemetry on the OpenTelemetry SDK. Registers nothing globally, so that two in one process do not interfere. */
export function openTelemetry(options: OpenTelemetryOptions): Telemetry {
  const { token, baseUrl, serviceName, environment, logger, stopLimitMs = DEFAULT_STOP_LIMIT_MS } = options;
  const resource = resourceFromAttributes({
    'service.name': serviceName,
    'deployment.environment.name': environment,
  });
  // Logfire takes the bare token, without "Bearer".
  const sending = { headers: { Authorization: token }, timeoutMillis: SEND_TIMEOUT_MS };
  const outage = createOutageWatch(logger);
  const spanExporter = watchExports(new OTLPTraceExporter({ ...sending, url: `${baseUrl}/v1/traces` }), outage);
  const metricExporter = watchExports(
    new OTLPMetricExporter({
      ...sending,
      url: `${baseUrl}/v1/metrics`,
      temporalityPreference: AggregationTemporality.DELTA,
      aggregationPreference: chooseAggregation,
    }),
    outage,
  );
  const tracers = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter: spanExporter })],
  });
  const reader = new PeriodicExportingMetricReader({
    exporter: metricExporter,
    exportIntervalMillis: METRICS_INTERVAL_MS,
    exportTimeoutMillis: SEND_TIMEOUT_MS,
  });
  const meters = new MeterProvider({ resource, readers: [reader] });
  return {
    span: createSpanRunner(tracers.getTracer(SCOPE)),
    ...createMetrics(meters.getMeter(SCOPE)),
    stop: async () => {
      await waitAtMost(stopLimitMs, Promise.allSettled([tracers.shutdown(), meters.shutdown()]));
    },
  };
}

/** Durations range from milliseconds to minutes, which only exponential buckets resolve at both ends. */
function chooseAggregation(instrument: InstrumentType): AggregationOption {
  return instrument === InstrumentType.HISTOGRAM
    ? { type: AggregationType.EXPONENTIAL_HISTOGRAM }
    : { type: AggregationType.DEFAULT };
}

async function waitAtMost(limitMs: number, work: Promise<unknown>): Promise<void> {
  const limit = Promise.withResolvers<void>();
  const timer = setTimeout(limit.resolve, limitMs);
  await Promise.race([work, limit.promise]);
  clearTimeout(timer);
}
