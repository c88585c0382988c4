/** A list that grows at its end without being copied: an earlier state keeps its own end. Null is the empty one. */
export type Chain<Item> = { readonly item: Item; readonly before: Chain<Item>; readonly length: number } | null;

export function append<Item>(before: Chain<Item>, item: Item): Chain<Item> {
  return { item, before, length: (before?.length ?? 0) + 1 };
}

/** All items, oldest first. */
export function toArray<Item>(chain: Chain<Item>): Item[] {
  const items: Item[] = [];
  for (let link = chain; link !== null; link = link.before) items.push(link.item);
  return items.toReversed();
}
