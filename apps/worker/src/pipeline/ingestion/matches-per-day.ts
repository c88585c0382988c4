/** Matches a day is made of. */
export const MATCHES_PER_DAY = 5;
