/** Keeps something that changes often in a slow place. */
export type StateKeeper = {
  /** Something changed: it is written soon, many changes at once. */
  readonly touch: () => void;
  /** Resolves when everything that changed before is written. Throws what the write threw. */
  readonly flush: () => Promise<void>;
};

const WRITE_AFTER_MS = 200;

/** Calls `write` at most once at a time, and a fifth of a second after the first change that is not written yet. */
export function createStateKeeper(write: () => Promise<void>, report: (error: unknown) => void): StateKeeper {
  let isDirty = false;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .catch(() => {})
      .then(async () => {
        if (!isDirty) return;
        isDirty = false;
        try {
          await write();
        } catch (error) {
          isDirty = true;
          throw error;
        }
      });
    return writing;
  };
  return {
    touch: () => {
      isDirty = true;
      timer ??= setTimeout(() => void flush().catch(report), WRITE_AFTER_MS).unref();
    },
    flush,
  };
}
