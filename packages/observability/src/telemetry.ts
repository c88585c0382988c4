/** What a span or a measurement is about: ids, dates, names of models. Never prompts, answers or secrets. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** What happens in the arena, told to whoever watches it: spans of work, and measurements. */
export type Telemetry = {
  /** Runs `work` inside a span, a child of the one under way. A thrown error ends the span as failed and goes on. */
  readonly span: <T>(name: string, attributes: Attributes, work: () => Promise<T>) => Promise<T>;
  /** Adds to a counter, such as `coliseum.decisions`. */
  readonly count: (metric: string, amount: number, attributes: Attributes) => void;
  /** Adds a value to a distribution, such as `coliseum.stage.duration` in milliseconds. */
  readonly record: (metric: string, value: number, attributes: Attributes) => void;
  /** Sends what has not been sent yet. */
  readonly stop: () => Promise<void>;
};

/** Watches nothing. */
export const silentTelemetry: Telemetry = {
  span: async (_name, _attributes, work) => await work(),
  count: () => {},
  record: () => {},
  stop: async () => {},
};
