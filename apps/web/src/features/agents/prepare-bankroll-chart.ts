export type BankrollPoint = { readonly date: string; readonly bankroll_cents: number };
export type BankrollSeries = {
  readonly id: string;
  readonly initials: string;
  readonly points: readonly BankrollPoint[];
};

export type ChartLine = {
  readonly id: string;
  readonly initials: string;
  readonly path: string;
  readonly endY: number;
  /** Where it ends, in percent of the width: less than 100 for an agent that has departed. */
  readonly endPercent: number;
};
export type ChartTick = { readonly at: number; readonly label: string };

export type BankrollChart = {
  /** Width of the drawing in days. */
  readonly days: number;
  readonly self: ChartLine;
  readonly field: readonly ChartLine[];
  readonly crowdY: number;
  /** Dollar labels, at a height in pixels. */
  readonly levels: readonly ChartTick[];
  /** Date labels, at a percentage of the width. */
  readonly dates: readonly (ChartTick & { readonly anchor: 'start' | 'middle' | 'end' })[];
  /** Height of the crest at each line's end, moved just enough to keep the crests at the right edge apart. */
  readonly crestY: ReadonlyMap<string, number>;
};

export const CHART_TOP = 12;
export const CHART_BOTTOM = 312;

const CREST_GAP = 24;
const DOLLAR_STEPS = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];
const MAXIMUM_LEVELS = 7;

type ChartInput = {
  readonly self: BankrollSeries;
  /** The other agents, drawn on the dates of `self` and only where they have a figure. */
  readonly field: readonly BankrollSeries[];
  readonly startCents: number;
  /** Moves positions apart to a minimum gap; the caller supplies the spacing rule. */
  readonly spread: (targets: readonly number[], gap: number) => readonly number[];
  readonly formatDate: (date: string) => string;
};

/** The bankroll chart as paths and labels; null until there are two days to join. */
export function prepareBankrollChart({
  self,
  field,
  startCents,
  spread,
  formatDate,
}: ChartInput): BankrollChart | null {
  const dates = self.points.map((point) => point.date);
  if (dates.length < 2) return null;
  const all = [self, ...field].flatMap((series) => series.points.map((point) => point.bankroll_cents));
  const scale = computeDollarScale(Math.min(startCents, ...all), Math.max(startCents, ...all));
  const position = new Map(dates.map((date, index) => [date, index]));
  const lines = [self, ...field].flatMap((series) => toLine(series, position, scale.toY));
  const [selfLine, ...fieldLines] = lines;
  if (!selfLine) return null;
  return {
    days: dates.length - 1,
    self: selfLine,
    field: fieldLines,
    crowdY: scale.toY(startCents),
    levels: scale.levels,
    dates: buildDateTicks(dates, formatDate),
    crestY: placeCrests(lines, spread),
  };
}

function toLine(
  series: BankrollSeries,
  position: ReadonlyMap<string, number>,
  toY: (cents: number) => number,
): readonly ChartLine[] {
  const points = series.points.flatMap((point) => {
    const x = position.get(point.date);
    return x === undefined ? [] : [{ x, y: toY(point.bankroll_cents) }];
  });
  const end = points.at(-1);
  if (!end) return [];
  const path = `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;
  const endPercent = Math.round((10_000 * end.x) / (position.size - 1)) / 100;
  return [{ id: series.id, initials: series.initials, path, endY: end.y, endPercent }];
}

function computeDollarScale(lowCents: number, highCents: number) {
  const low = lowCents / 100;
  const high = highCents / 100;
  const step = DOLLAR_STEPS.find((size) => (high - low) / size <= MAXIMUM_LEVELS - 1) ?? 1_000_000;
  const bottom = Math.floor(low / step) * step;
  const top = Math.max(Math.ceil(high / step) * step, bottom + step);
  const toY = (cents: number) => {
    const share = (cents / 100 - bottom) / (top - bottom);
    return Math.round((CHART_BOTTOM - share * (CHART_BOTTOM - CHART_TOP)) * 10) / 10;
  };
  const count = Math.round((top - bottom) / step) + 1;
  const levels = Array.from({ length: count }, (_, index) => {
    const dollars = bottom + index * step;
    return { at: toY(dollars * 100), label: dollars === 0 ? '$0' : `$${dollars / 1000}k` };
  });
  return { toY, levels };
}

function buildDateTicks(dates: readonly string[], formatDate: (date: string) => string): BankrollChart['dates'] {
  const last = dates.length - 1;
  const middle = Math.round(last / 2);
  const places = last < 4 ? [0, last] : [0, middle, last];
  return places.map((index) => ({
    at: Math.round((index / last) * 10_000) / 100,
    label: formatDate(dates[index] ?? ''),
    anchor: index === 0 ? 'start' : index === last ? 'end' : 'middle',
  }));
}

function placeCrests(
  lines: readonly ChartLine[],
  spread: (targets: readonly number[], gap: number) => readonly number[],
): ReadonlyMap<string, number> {
  const sorted = lines.filter(({ endPercent }) => endPercent === 100).toSorted((a, b) => a.endY - b.endY);
  const places = spread(
    sorted.map((line) => line.endY),
    CREST_GAP,
  );
  return new Map(sorted.map((line, index) => [line.id, Math.round((places[index] ?? line.endY) * 10) / 10]));
}
