import type { Meter } from '@opentelemetry/api';
import { metricCatalogue, type CounterName, type DistributionName } from './metric-catalogue.ts';
import type { Telemetry } from './telemetry.ts';

/** Records counters and distributions on one meter. Instruments are created on first use. */
export function createMetrics(meter: Meter): Pick<Telemetry, 'count' | 'record'> {
  const counters = new Map<CounterName, ReturnType<Meter['createCounter']>>();
  const histograms = new Map<DistributionName, ReturnType<Meter['createHistogram']>>();
  return {
    count: (metric, amount, attributes) => {
      const { unit, description } = metricCatalogue[metric];
      const counter = counters.get(metric) ?? meter.createCounter(metric, { unit, description });
      counters.set(metric, counter);
      counter.add(amount, { ...attributes });
    },
    record: (metric, value, attributes) => {
      const { unit, description } = metricCatalogue[metric];
      const histogram = histograms.get(metric) ?? meter.createHistogram(metric, { unit, description });
      histograms.set(metric, histogram);
      histogram.record(value, { ...attributes });
    },
  };
}
