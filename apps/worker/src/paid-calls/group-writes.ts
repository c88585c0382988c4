/**
 * Batches single writes: items that arrive during a write are written together in the next one. Each caller's promise
 * settles with the write of its own item.
 */
export function groupWrites<Item>(writeMany: (items: readonly Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: Item[] = [];
  let next: Promise<void> | null = null;
  let current: Promise<unknown> = Promise.resolve();

  return (item) => {
    waiting.push(item);
    if (next !== null) return next;
    const write = current.then(async () => {
      const items = waiting;
      waiting = [];
      next = null;
      await writeMany(items);
    });
    next = write;
    // The callers of this write get its failure. Later writes go ahead.
    current = write.catch(() => {});
    return write;
  };
}
