import type { CounterName, DistributionName } from './metric-catalogue.ts';

/** What a span or a measurement is about: ids, dates, names of models. Never prompts, answers or secrets. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Adds to the span under way what is known only once its work is done, such as tokens and cost. */
export type AddAttributes = (attributes: Attributes) => void;

/** What happens in the arena, told to whoever watches it: spans of work, and measurements. */
export type Telemetry = {
  /**
   * Runs `work` inside a span, a child of the one under way, that carries the log context too. A thrown error ends the
   * span as failed and goes on.
   */
  readonly span: <T>(name: string, attributes: Attributes, work: (note: AddAttributes) => Promise<T>) => Promise<T>;
  readonly count: (metric: CounterName, amount: number, attributes: Attributes) => void;
  /** Adds a value, in the metric's unit, to a distribution. */
  readonly record: (metric: DistributionName, value: number, attributes: Attributes) => void;
  /** Sends what has not been sent yet, within a bounded time. Never throws. */
  readonly stop: () => Promise<void>;
};

/** Watches nothing. */
export const silentTelemetry: Telemetry = {
  span: async (_name, _attributes, work) => await work(() => {}),
  count: () => {},
  record: () => {},
  stop: async () => {},
};
