/**
 * Turns single writes into writes of many: what comes while one is under way waits, and goes out together once it is
 * done. Each caller waits until its own item is written, or is told why it is not.
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
    // The failure belongs to those who wait for it; the writes after it go on.
    current = write.catch(() => {});
    return write;
  };
}
