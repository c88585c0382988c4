type Block = { sum: number; count: number };

type SpreadOptions = {
  /** Where each crest would stand by itself, ascending. */
  readonly targets: readonly number[];
  /** The minimum distance between neighbours. */
  readonly gap: number;
  /** The lowest and highest position allowed. */
  readonly low: number;
  readonly high: number;
};

/**
 * Positions as close to the targets as possible (least squares) with at least `gap` between neighbours, inside
 * [low, high]. Subtracting i·gap from target i turns the minimum gap into a monotone order, which pooling adjacent
 * violators solves exactly; clipping that solution to the bounds keeps it optimal.
 */
export function spreadApart({ targets, gap, low, high }: SpreadOptions): readonly number[] {
  const pooled = poolAdjacentViolators(targets.map((target, index) => target - index * gap));
  const highest = high - (targets.length - 1) * gap;
  return pooled.map((place, index) => Math.min(Math.max(place, low), Math.max(highest, low)) + index * gap);
}

/** The non-decreasing sequence closest to `values` in least squares. */
function poolAdjacentViolators(values: readonly number[]): readonly number[] {
  const blocks: Block[] = [];
  for (const value of values) {
    let block: Block = { sum: value, count: 1 };
    for (let before = blocks.at(-1); before && computeMean(before) > computeMean(block); before = blocks.at(-1)) {
      block = { sum: before.sum + block.sum, count: before.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.count }, () => computeMean(block)));
}

function computeMean(block: Block): number {
  return block.sum / block.count;
}
