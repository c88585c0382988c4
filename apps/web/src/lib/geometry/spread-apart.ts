type Block = { sum: number; count: number };

type SpreadOptions = {
  /** Where each crest wants to stand, ascending. */
  readonly wanted: readonly number[];
  /** The least distance between two neighbours. */
  readonly gap: number;
  /** The first and last place there is. */
  readonly low: number;
  readonly high: number;
};

/**
 * Places as near as possible to the wanted ones (least squares) with at least `gap` between neighbours, inside
 * [low, high]. Subtracting i·gap from place i turns the spacing into a monotone order, so that pooling adjacent
 * violators solves it exactly, and clipping its solution keeps it the best one inside the bounds.
 */
export function spreadApart({ wanted, gap, low, high }: SpreadOptions): readonly number[] {
  const pooled = poolAdjacentViolators(wanted.map((place, index) => place - index * gap));
  const highest = high - (wanted.length - 1) * gap;
  return pooled.map((place, index) => Math.min(Math.max(place, low), Math.max(highest, low)) + index * gap);
}

/** The non-decreasing sequence nearest to `values` in least squares. */
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
