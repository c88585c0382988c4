/** What the agents are read against on the same events (scoring.md S4). */
export const BASELINE_IDS = ['crowd', 'favourite', 'coin', 'ensemble'] as const;
export type BaselineId = (typeof BASELINE_IDS)[number];

/** The baselines that are compared with the first of them, the Crowd. */
export const COMPARED_BASELINE_IDS = ['favourite', 'coin', 'ensemble'] as const satisfies readonly BaselineId[];
