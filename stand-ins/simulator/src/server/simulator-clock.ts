import { z } from 'zod';

const Instant = z.iso.datetime().transform((text) => new Date(text));

/** What the simulator's clock does: follow the machine, run ahead of it, or stand still until it is set. */
export const ClockSetting = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('real'), aheadMs: z.int().nonnegative().optional() }),
  z.strictObject({ mode: z.literal('manual'), now: Instant }),
]);
export type ClockSetting =
  | { readonly mode: 'real'; readonly aheadMs?: number | undefined }
  | { readonly mode: 'manual'; readonly now: Date };

/** What can be asked of the clock: a setting, or to go on by some milliseconds, at most a year. */
export const ClockChange = z.union([
  z.strictObject({
    advanceMs: z
      .int()
      .positive()
      .max(366 * 86_400_000),
  }),
  ClockSetting,
]);
export type ClockChange = z.infer<typeof ClockChange>;

export type SimulatorClock = {
  readonly setting: () => ClockSetting;
  readonly now: () => Date;
  readonly nowMs: () => number;
  readonly set: (setting: ClockSetting) => void;
  /** Lets a stopped clock jump, and a running one run on ahead of the machine's. */
  readonly advance: (byMs: number) => void;
};

/** `onChange` is called whenever the setting changed. */
export function createSimulatorClock(
  initial: ClockSetting,
  machineNow: () => Date = () => new Date(),
  onChange: () => void = () => {},
): SimulatorClock {
  let setting = initial;
  const nowMs = (): number =>
    setting.mode === 'manual' ? setting.now.getTime() : machineNow().getTime() + (setting.aheadMs ?? 0);
  const set = (next: ClockSetting): void => {
    setting = next;
    onChange();
  };
  return {
    setting: () => setting,
    now: () => new Date(nowMs()),
    nowMs,
    set,
    advance: (byMs) =>
      setting.mode === 'manual'
        ? set({ mode: 'manual', now: new Date(nowMs() + byMs) })
        : set({ mode: 'real', aheadMs: (setting.aheadMs ?? 0) + byMs }),
  };
}
