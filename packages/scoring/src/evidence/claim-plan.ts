import { compareText } from '../compare-text.ts';
import type { RosterEntry } from '../roster.ts';

/** A pair of agents that is compared, `first` before `second` in roster order. */
export type PlannedPair = { readonly first: string; readonly second: string; readonly threshold: number };

/** Which comparisons may become a claim, and the evidence each needs (scoring.md S7.4). */
export type ClaimPlan = {
  /** By agent, in roster order. */
  readonly versusCrowd: ReadonlyMap<string, number>;
  readonly pairs: readonly PlannedPair[];
};

type Member = RosterEntry & { /** 0 for founders, then 1, 2, … in the order of joining. */ readonly joined: number };

/**
 * The thresholds H of S7.4, F founders: 100·F for a founder against the Crowd, 50·F·(F − 1) for a pair of founders,
 * 400·r·(r + 1) for the r-th agent to join later against the Crowd, and m times that with each of the m agents that were
 * there when it came, by which the probability that the site ever shows any false badge is at most 5 %: 2 % for
 * founders against the Crowd, 2 % for pairs of founders, 1 % for everything about agents that join later.
 */
export function planClaims(agents: readonly RosterEntry[]): ClaimPlan {
  const members = numberMembers(agents);
  const founders = members.filter(({ founding }) => founding).length;
  const pairs = members.flatMap((first, index) =>
    members.slice(index + 1).flatMap((second): PlannedPair[] => {
      const threshold = computePairThreshold(first, second, members, founders);
      return threshold === null ? [] : [{ first: first.id, second: second.id, threshold }];
    }),
  );
  const versusCrowd = members.map(({ id, joined }) => [id, computeCrowdThreshold(joined, founders)] as const);
  return { versusCrowd: new Map(versusCrowd), pairs };
}

function numberMembers(agents: readonly RosterEntry[]): Member[] {
  const joiners = agents
    .filter(({ founding }) => !founding)
    .toSorted((a, b) => compareText(a.from, b.from) || compareText(a.id, b.id))
    .map(({ id }) => id);
  return agents.map((agent) => ({ ...agent, joined: joiners.indexOf(agent.id) + 1 }));
}

function computeCrowdThreshold(joined: number, founders: number): number {
  return joined === 0 ? 100 * founders : 400 * joined * (joined + 1);
}

/** Null for two agents that were never on the roster together when the newer came. */
function computePairThreshold(
  first: Member,
  second: Member,
  members: readonly Member[],
  founders: number,
): number | null {
  if (first.joined === 0 && second.joined === 0) return 50 * founders * (founders - 1);
  const [newer, older] = first.joined > second.joined ? [first, second] : [second, first];
  if (!wasThereWhenJoined(older, newer)) return null;
  const met = members.filter((member) => wasThereWhenJoined(member, newer)).length;
  return 400 * met * newer.joined * (newer.joined + 1);
}

/** Whether `older` joined earlier (founders count as first) and was on the roster on the newer one's first day. */
function wasThereWhenJoined(older: Member, newer: Member): boolean {
  if (older.joined >= newer.joined) return false;
  return older.from <= newer.from && (older.until === null || newer.from <= older.until);
}
