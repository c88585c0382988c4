type MetricDefinition = {
  /** `counter` for amounts that add up, `distribution` for values whose spread matters. */
  readonly kind: 'distribution' | 'counter';
  /** In UCUM notation, as OpenTelemetry requires. */
  readonly unit: string;
  readonly description: string;
  /** Every attribute it can carry. Each must have few values, because every combination is a series of its own. */
  readonly attributes: readonly string[];
};

/** Every metric of the arena. `docs/observability.md` has a row for each, and a test compares the two. */
export const metricCatalogue = {
  'coliseum.day.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Duration of one attempt at a match day, from its first stage to its commit or failure.',
    attributes: ['outcome'],
  },
  'coliseum.stage.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Duration of one stage of a match day.',
    attributes: ['stage', 'outcome'],
  },
  'coliseum.call.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Duration of one call to an outside service as its caller sees it, retries included.',
    attributes: ['service', 'operation', 'model', 'stage', 'outcome'],
  },
  'coliseum.call.failures': {
    kind: 'counter',
    unit: '{call}',
    description: 'Calls to outside services that failed after all retries.',
    attributes: ['service', 'operation', 'model', 'stage', 'code'],
  },
  'coliseum.decision.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Time one agent took to answer one event, including a repair of its answer.',
    attributes: ['agent', 'model'],
  },
  'coliseum.decision.confidence': {
    kind: 'distribution',
    unit: '1',
    description: 'Confidence stated by an agent, 0 to 100.',
    attributes: ['agent', 'model'],
  },
  'coliseum.decisions': {
    kind: 'counter',
    unit: '{decision}',
    description: 'Decisions of committed days. For an abstention, the reason says why: chosen, timeout and so on.',
    attributes: ['agent', 'model', 'decision', 'reason'],
  },
  'coliseum.cost': {
    kind: 'counter',
    unit: '{microdollar}',
    description: 'Cost of paid calls, in millionths of a dollar.',
    attributes: ['service', 'model', 'stage'],
  },
  'coliseum.settlement.duration': {
    kind: 'distribution',
    unit: 'ms',
    description: 'Duration of one attempt to settle one event.',
    attributes: ['outcome'],
  },
  'coliseum.alerts': {
    kind: 'counter',
    unit: '{alert}',
    description: 'Alerts raised, one for each cause.',
    attributes: ['kind'],
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

type MetricName<Kind> = {
  [Name in keyof typeof metricCatalogue]: (typeof metricCatalogue)[Name]['kind'] extends Kind ? Name : never;
}[keyof typeof metricCatalogue];

export type DistributionName = MetricName<'distribution'>;
export type CounterName = MetricName<'counter'>;
