/** Where the time comes from: the machine's clock, or a season's simulated one. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };
