/** What the agents are read against on the same events (scoring.md S4). */
export const BASELINE_IDS = ['crowd', 'favourite', 'coin', 'ensemble'] as const;
