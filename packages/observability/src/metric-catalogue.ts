type MetricDefinition = {
  /** `distribution` for values to look at the spread of, `counter` for what adds up. */
  readonly kind: 'distribution' | 'counter';
  /** In UCUM notation, as OpenTelemetry wants it. */
  readonly unit: string;
  readonly description: string;
  /** Every attribute it can carry. Few values each: a metric has one series for each combination. */
  readonly attributes: readonly string[];
};

/** Everything the arena measures. `docs/observability.md` has a row for each; a test compares the two. */
export const metricCatalogue = {
  'coliseum.day.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'One attempt at a match day, from its first stage to its commit or end.',
    attributes: ['outcome'],
  },
  'coliseum.stage.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'One stage of a match day.',
    attributes: ['stage', 'outcome'],
  },
  'coliseum.call.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'One call of an outside service with its retries, as the code that made it waited.',
    attributes: ['service', 'operation', 'model', 'stage', 'outcome'],
  },
  'coliseum.call.failures': {
    kind: 'counter',
    unit: '{call}',
    description: 'Calls of an outside service that ended with an error after their retries.',
    attributes: ['service', 'operation', 'model', 'stage', 'code'],
  },
  'coliseum.decision.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'What one agent took for one event, a repair of its answer included.',
    attributes: ['agent', 'model'],
  },
  'coliseum.decision.confidence': {
    kind: 'distribution',
    unit: '1',
    description: 'How sure an agent said it was, 0 to 100.',
    attributes: ['agent', 'model'],
  },
  'coliseum.decisions': {
    kind: 'counter',
    unit: '{decision}',
    description: 'Decisions of committed days. An abstention says why: chosen, timeout and so on.',
    attributes: ['agent', 'model', 'decision', 'reason'],
  },
  'coliseum.cost': {
    kind: 'counter',
    unit: '{microdollar}',
    description: 'What calls cost, in millionths of a dollar.',
    attributes: ['service', 'model', 'stage'],
  },
  'coliseum.settlement.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'One attempt to settle one event.',
    attributes: ['outcome'],
  },
  'coliseum.alerts': {
    kind: 'counter',
    unit: '{alert}',
    description: 'Alerts raised, once for each cause.',
    attributes: ['kind'],
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

type MetricName<Kind> = {
  [Name in keyof typeof metricCatalogue]: (typeof metricCatalogue)[Name]['kind'] extends Kind ? Name : never;
}[keyof typeof metricCatalogue];

export type DistributionName = MetricName<'distribution'>;
export type CounterName = MetricName<'counter'>;
