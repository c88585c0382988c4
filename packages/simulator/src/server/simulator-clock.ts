import { z } from 'zod';

/** How the simulator tells the time: with the machine, or standing still until it is set. */
export const ClockSetting = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('real') }),
  z.strictObject({ mode: z.literal('manual'), now: z.iso.datetime().transform((text) => new Date(text)) }),
]);
export type ClockSetting = { readonly mode: 'real' } | { readonly mode: 'manual'; readonly now: Date };

export type SimulatorClock = {
  readonly setting: () => ClockSetting;
  readonly now: () => Date;
  readonly nowMs: () => number;
  readonly set: (setting: ClockSetting) => void;
};

export function createSimulatorClock(initial: ClockSetting, machineNow: () => Date = () => new Date()): SimulatorClock {
  let setting = initial;
  const now = (): Date => (setting.mode === 'manual' ? setting.now : machineNow());
  return {
    setting: () => setting,
    now,
    nowMs: () => now().getTime(),
    set: (next) => {
      setting = next;
    },
  };
}
