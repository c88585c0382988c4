/** Number of matches in a match day. */
export const MATCHES_PER_DAY = 5;
