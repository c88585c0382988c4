/** How much is measured. */
export const plans = {
  full: {
    days: { week: 7, month: 30, decade: 3_650 },
    rates: { runs: 5, durationMs: 1_000, connections: 32 },
    settlements: 5,
    crowd: { connections: 1_000, durationMs: 60_000 },
    idle: { connections: 5_000, heldMs: 55_000 },
  },
  quick: {
    days: { week: 7, month: 8, decade: 30 },
    rates: { runs: 2, durationMs: 200, connections: 8 },
    settlements: 2,
    crowd: { connections: 50, durationMs: 2_000 },
    idle: { connections: 100, heldMs: 100 },
  },
} as const;
export type ApiPlan = (typeof plans)[keyof typeof plans];
