import { compareText } from '../compare-text.ts';
import type { Shrinkage } from './shrinkage.ts';

/** How much an agent's place on the board can be read into, by its days with a counted forecast (scoring.md S8). */
export type BoardStatus = 'warming-up' | 'provisional' | 'established';

export type SkillRow = {
  readonly id: string;
  /** Null for an agent that is not ranked. */
  readonly rank: number | null;
  readonly status: BoardStatus;
};

const ESTABLISHED_FROM_DAYS = 30;
/** Shrunk edges this close share a rank. */
const TIE = 1e-12;

function decideStatus(days: number, minDays: number): BoardStatus {
  if (days < minDays) return 'warming-up';
  return days < ESTABLISHED_FROM_DAYS ? 'provisional' : 'established';
}

/**
 * The skill board (scoring.md S8): every agent ever on the roster, best shrunk edge first, ranked 1-2-2-4, by id inside a
 * tie. Agents without a rank follow by id, the warming-up ones last. `days` are each agent's days with a counted forecast.
 */
export function buildSkillBoard(
  days: ReadonlyMap<string, number>,
  minDays: number,
  shrinkage: Shrinkage | null,
): readonly SkillRow[] {
  const rows = [...days].map(([id, count]) => ({
    id,
    status: decideStatus(count, minDays),
    shrunk: shrinkage?.agents.get(id)?.shrunk ?? null,
  }));
  const unranked = rows
    .filter(({ shrunk }) => shrunk === null)
    .toSorted((a, b) => Number(isWarmingUp(a)) - Number(isWarmingUp(b)) || compareText(a.id, b.id));
  const ranked = groupTies(rows.flatMap(({ id, status, shrunk }) => (shrunk === null ? [] : [{ id, status, shrunk }])));
  return [...ranked, ...unranked.map(({ id, status }) => ({ id, rank: null, status }))];
}

function isWarmingUp({ status }: { readonly status: BoardStatus }): boolean {
  return status === 'warming-up';
}

type RankedRow = { readonly id: string; readonly status: BoardStatus; readonly shrunk: number };

/** A row ties with the one before it, so the order inside a group is by id only once the group is known. */
function groupTies(rows: readonly RankedRow[]): SkillRow[] {
  const groups: RankedRow[][] = [];
  for (const row of rows.toSorted((a, b) => b.shrunk - a.shrunk)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group !== undefined && before !== undefined && before.shrunk - row.shrunk <= TIE) group.push(row);
    else groups.push([row]);
  }
  let rank = 1;
  return groups.flatMap((group) => {
    const shared = rank;
    rank += group.length;
    const byId = group.toSorted((a, b) => compareText(a.id, b.id));
    return byId.map(({ id, status }) => ({ id, rank: shared, status }));
  });
}
