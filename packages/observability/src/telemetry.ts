import type { CounterName, DistributionName } from './metric-catalogue.ts';

/** Attributes of a span or a measurement: ids, dates, model names. Never prompts, answers or secrets. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Adds attributes to the current span that are known only after its work, such as tokens and cost. */
export type AddAttributes = (attributes: Attributes) => void;

/** Spans and metrics of one process. */
export type Telemetry = {
  /**
   * Runs `work` inside a span that is a child of the current one and carries the log context. When `work` throws, the
   * span is marked as failed and the error is rethrown.
   */
  readonly span: <T>(
    name: string,
    attributes: Attributes,
    work: (addAttributes: AddAttributes) => Promise<T>,
  ) => Promise<T>;
  readonly count: (metric: CounterName, amount: number, attributes: Attributes) => void;
  /** Records one value of a distribution, in the metric's unit. */
  readonly record: (metric: DistributionName, value: number, attributes: Attributes) => void;
  /** Flushes unsent data within a time limit. Never throws. */
  readonly stop: () => Promise<void>;
};

/** Telemetry that discards everything. */
export const silentTelemetry: Telemetry = {
  span: async (_name, _attributes, work) => await work(() => {}),
  count: () => {},
  record: () => {},
  stop: async () => {},
};
