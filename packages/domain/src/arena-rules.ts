/**
 * Every number that is a rule of the game, once. What an operator may change (hour of the daily run, fee rule, budget,
 * decision time-out) is configuration: `packages/config`. What the scores are made of is methodology: `packages/scoring`.
 * The PRD says how the arena is meant to be played; a rule without a source in it is the arena's own.
 */

// --- The arena ---

/** Agents. PRD, Stage 3, Agent Configuration. */
export const AGENT_COUNT = 8;

/** What every agent starts with, in cents. Never reset. PRD, Stage 3, Agent Configuration. */
export const STARTING_BANKROLL_CENTS = 10_000_000;

/** Matches a day is made of, and markets in its control (scoring.md S6.3). A day with fewer is not played. PRD, Stage 1, Process. */
export const MATCHES_PER_DAY = 5;

// --- Select: which markets can be played ---

/** A market closes at most this many hours after the lock. PRD, Stage 1, Process. */
export const CLOSES_WITHIN_HOURS = 24;

/** A market closes at the earliest this many minutes after the lock: research and decisions have to be over by then, with room for a retry. */
export const CLOSES_AFTER_MINUTES = 30;

/**
 * How many minutes a day waits for an exchange that lists nothing, or whose list expires while it is read. Such an outage
 * is over in ten minutes or lasts for hours; with the wait, the lock is still within half an hour of the time announced.
 */
export const LISTING_WINDOW_MINUTES = 20;

/**
 * The lowest and the highest YES price that is played, in micros of a dollar. Beyond 3 and 97 cents a price leaves next
 * to nothing to forecast. The bounds are not those of the fee: under gross-7 YES cannot win above 93 cents nor NO below 7,
 * but the other side can, and the probability is scored anyway.
 */
export const LOWEST_PRICE_MICROS = 30_000;
export const HIGHEST_PRICE_MICROS = 970_000;

/**
 * The widest spread a line is taken from, in micros of a dollar: the line is then at most seven cents from a price that
 * is really offered, which is what `gross-7` charges on a contract that wins. In a wider one the line would be worth
 * more than the fee to whoever knows better. Of the two-sided quotes a day before the close that were recorded from
 * September 2025 to July 2026, one in eight is wider, and no day has fewer than five markets because of it.
 */
export const WIDEST_SPREAD_MICROS = 140_000;

/** The least that was traded of a market in the last 24 hours, in hundredths of a contract: anything at all. */
export const LEAST_VOLUME_24H_HUNDREDTHS = 1;

/** Of the markets that can be played, how many of the most liquid the selector chooses from. PRD, Stage 1, Process. */
export const CANDIDATES_SHOWN = 20;

/**
 * How often the selector is asked before the most liquid candidates are played without it. Two questions are enough for a
 * mistake; the third is for a model that ran out of room first.
 */
export const SELECTION_ATTEMPTS = 3;

// --- Bet: what may be staked ---

/** The smallest stake, in cents. */
export const MINIMUM_STAKE_CENTS = 100;

/** The most of its bankroll that an agent may stake on one match, in percent. PRD, Stage 3, Betting Process. */
export const EVENT_CAP_PERCENT = 10;

/**
 * An agent is broke below this bankroll, in cents: {@link EVENT_CAP_PERCENT} of it is then less than the minimum stake, so no
 * stake is possible however much is available.
 */
export const BROKE_BELOW_CENTS = Math.ceil((MINIMUM_STAKE_CENTS * 100) / EVENT_CAP_PERCENT);

/**
 * Whether an agent is broke. Settled money decides, not what is available: a stake that is still open comes back or is
 * lost, and only then is it known. The persona has no say in it, as its cap never falls below the minimum stake: nobody is
 * broke one week and solvent the next without having won anything.
 */
export function isBroke(bankrollCents: number): boolean {
  return bankrollCents < BROKE_BELOW_CENTS;
}

/** Of its latest settled bets, how many an agent is told about before it decides. */
export const RECENT_BETS_SHOWN = 5;

/** What both fee rules charge, in percent: `gross-7` of the gross payout. PRD, Stage 4, Process; scoring.md S5.1. */
export const FEE_PERCENT = 7;

// --- Settle: when the exchange is asked ---

/** Hours from a market's close to the first question. PRD, Stage 4, Process. */
export const FIRST_ASKED_AFTER_HOURS = 2;

/** Hours from one question to the next while there is no outcome. PRD, Failure Modes & Responses. */
export const ASKED_AGAIN_EVERY_HOURS = 1;

/**
 * Hours after the first question, or after the time at which the exchange expects the outcome where that is later, from
 * which an event counts as delayed. PRD, Failure Modes & Responses.
 */
export const DELAYED_AFTER_HOURS = 24;

/** Days after its settlement in which the exchange is asked once a day whether its result still stands. */
export const RECHECKED_FOR_DAYS = 14;

/**
 * The least time, in hours, that a finalized market without a settlement value is given before its bets are void. It is
 * given longer while the exchange's limit for the market has not passed, up to {@link RECHECKED_FOR_DAYS}.
 */
export const VALUE_AWAITED_AT_LEAST_HOURS = 24;
