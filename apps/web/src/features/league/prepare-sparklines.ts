type Spark = readonly { readonly bankroll_cents: number }[];

export type Sparkline = { readonly path: string; readonly endX: number; readonly endY: number };

export type Sparklines = {
  /** By agent id; an agent without a figure has none. */
  readonly lines: ReadonlyMap<string, Sparkline>;
  /** Height of the starting bankroll, on the same scale. */
  readonly baseY: number;
};

export const SPARK_WIDTH = 116;
export const SPARK_HEIGHT = 34;

const MARGIN = 3;
const END_MARGIN = 6;

type SparkInput = {
  readonly agents: readonly { readonly id: string; readonly bankroll_spark: Spark }[];
  readonly startCents: number;
};

/** Every agent's bankroll on one shared scale, so that rows can be compared. */
export function prepareSparklines({ agents, startCents }: SparkInput): Sparklines {
  const values = agents.flatMap((agent) => agent.bankroll_spark.map((point) => point.bankroll_cents));
  const low = Math.min(startCents, ...values);
  const high = Math.max(startCents, ...values);
  const toY = (cents: number) =>
    round(high === low ? SPARK_HEIGHT / 2 : MARGIN + ((high - cents) / (high - low)) * (SPARK_HEIGHT - 2 * MARGIN));
  const lines = new Map(
    agents.flatMap((agent) =>
      agent.bankroll_spark.length > 0 ? [[agent.id, buildSparkline(agent.bankroll_spark, toY)]] : [],
    ),
  );
  return { lines, baseY: toY(startCents) };
}

function buildSparkline(spark: Spark, toY: (cents: number) => number): Sparkline {
  const width = SPARK_WIDTH - MARGIN - END_MARGIN;
  const step = spark.length > 1 ? width / (spark.length - 1) : 0;
  const points = spark.map((point, index) => ({ x: round(MARGIN + index * step), y: toY(point.bankroll_cents) }));
  const end = points.at(-1) ?? { x: MARGIN, y: 0 };
  return { path: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`, endX: end.x, endY: end.y };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
