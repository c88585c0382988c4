/** An item with its place: equal scores share a place and the next one counts them (1-2-2-4). */
export type Ranked<T> = { readonly item: T; readonly rank: number };

/** Competition ranking, highest score first; inside a tie by id, without affecting the places (scoring.md S8). */
export function rankByScore<T extends { readonly id: string }>(
  items: readonly T[],
  getScore: (item: T) => number,
): Ranked<T>[] {
  const sorted = items.toSorted((a, b) => getScore(b) - getScore(a) || (a.id < b.id ? -1 : 1));
  const ranked: Ranked<T>[] = [];
  for (const [position, item] of sorted.entries()) {
    const before = ranked[position - 1];
    const isTied = before !== undefined && getScore(before.item) === getScore(item);
    ranked.push({ item, rank: isTied ? before.rank : position + 1 });
  }
  return ranked;
}
