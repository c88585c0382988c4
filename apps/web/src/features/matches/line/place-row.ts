import { spreadApart } from '#web/lib/geometry/spread-apart.ts';

/** A crest's true percentage, and where it stands in the narrower and the wider drawing, in half percents. */
export type PlacedCrest = { readonly percent: number; readonly spread: number; readonly dense: number };

type CrestPosition = { readonly id: string; readonly percent: number };

/** Minimum distance between crests in percent of the axis, from 720 px and from 850 px up. */
const SPREAD_GAP = 4.5;
const DENSE_GAP = 3.9;

const LOW = 2;
const HIGH = 98;

/** Places the crests of one row, by id. Each stays on its own side of the post while that side has room. */
export function placeRow(linePercent: number, crests: readonly CrestPosition[]): ReadonlyMap<string, PlacedCrest> {
  const sorted = crests.toSorted((a, b) => a.percent - b.percent || (a.id < b.id ? -1 : 1));
  const percents = sorted.map((crest) => crest.percent);
  const spread = spreadAround(linePercent, percents, SPREAD_GAP);
  const dense = spreadAround(linePercent, percents, DENSE_GAP);
  return new Map(
    sorted.map((crest, index) => [
      crest.id,
      { percent: crest.percent, spread: toHalves(spread[index] ?? 0), dense: toHalves(dense[index] ?? 0) },
    ]),
  );
}

function spreadAround(line: number, percents: readonly number[], gap: number): readonly number[] {
  const left = percents.filter((percent) => percent < line);
  const right = percents.filter((percent) => percent >= line);
  const leftEnd = line - gap / 2;
  const rightStart = line + gap / 2;
  const hasRoom = hasRoomFor(left, leftEnd - LOW, gap) && hasRoomFor(right, HIGH - rightStart, gap);
  if (!hasRoom) return spreadApart({ targets: percents, gap, low: LOW, high: HIGH });
  return [
    ...spreadApart({ targets: left, gap, low: LOW, high: leftEnd }),
    ...spreadApart({ targets: right, gap, low: rightStart, high: HIGH }),
  ];
}

function hasRoomFor(crests: readonly number[], width: number, gap: number): boolean {
  return crests.length === 0 || (crests.length - 1) * gap <= width;
}

function toHalves(percent: number): number {
  return Math.min(200, Math.max(0, Math.round(percent * 2)));
}
