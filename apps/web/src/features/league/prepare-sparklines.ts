type Spark = readonly { readonly date: string; readonly bankroll_cents: number }[];

export type Sparkline = { readonly path: string; readonly endX: number; readonly endY: number };

export type Sparklines = {
  /** By agent id; an agent without a figure has none. */
  readonly lines: ReadonlyMap<string, Sparkline>;
  /** Height of the starting bankroll, on the same scale. */
  readonly baseY: number;
};

export const SPARK_WIDTH = 116;
export const SPARK_HEIGHT = 34;

/** As the column says. */
const DAYS_SHOWN = 30;
const MARGIN = 3;
const END_MARGIN = 6;

type SparkInput = {
  readonly agents: readonly { readonly id: string; readonly bankroll_spark: Spark }[];
  readonly startCents: number;
};

/** Every agent's bankroll on one shared scale of money and days, so that rows can be compared. */
export function prepareSparklines({ agents, startCents }: SparkInput): Sparklines {
  const allDates = new Set(agents.flatMap((agent) => agent.bankroll_spark.map(({ date }) => date)));
  const dates = [...allDates].toSorted().slice(-DAYS_SHOWN);
  const shown = agents.map(({ id, bankroll_spark: spark }) => {
    return { id, spark: spark.filter(({ date }) => date >= (dates[0] ?? '')) };
  });
  const values = shown.flatMap(({ spark }) => spark.map((point) => point.bankroll_cents));
  const low = Math.min(startCents, ...values);
  const high = Math.max(startCents, ...values);
  const toY = (cents: number) =>
    round(high === low ? SPARK_HEIGHT / 2 : MARGIN + ((high - cents) / (high - low)) * (SPARK_HEIGHT - 2 * MARGIN));
  const step = dates.length > 1 ? (SPARK_WIDTH - MARGIN - END_MARGIN) / (dates.length - 1) : 0;
  const toX = (date: string) => round(MARGIN + dates.indexOf(date) * step);
  const lines = new Map(
    shown.flatMap(({ id, spark }) => (spark.length > 0 ? [[id, buildSparkline(spark, toX, toY)]] : [])),
  );
  return { lines, baseY: toY(startCents) };
}

function buildSparkline(spark: Spark, toX: (date: string) => number, toY: (cents: number) => number): Sparkline {
  const points = spark.map((point) => ({ x: toX(point.date), y: toY(point.bankroll_cents) }));
  const end = points.at(-1) ?? { x: MARGIN, y: 0 };
  return { path: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`, endX: end.x, endY: end.y };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
