/**
 * Loaded before the program of a test's child process: the clock of that process starts at the instant named in this
 * module's address (`?now=…`) and runs on from there. A test of today's day then plays the same day every day.
 */
const now = new URL(import.meta.url).searchParams.get('now') ?? '';
const offsetMs = Date.parse(now) - Date.now();
const RealDate = Date;
const readTurnedClock = (): number => RealDate.now() + offsetMs;

globalThis.Date = new Proxy(RealDate, {
  construct(target, args, newTarget) {
    const date: unknown = Reflect.construct(target, args.length === 0 ? [readTurnedClock()] : args, newTarget);
    if (!(date instanceof RealDate)) throw new TypeError('Date did not construct a date.');
    return date;
  },
  get(target, key): unknown {
    return key === 'now' ? readTurnedClock : Reflect.get(target, key);
  },
});
