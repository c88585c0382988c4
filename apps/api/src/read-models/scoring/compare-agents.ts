import type { Agent } from '@coliseum/domain/agent';
import type { Id } from '@coliseum/domain/id';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { findCompleteDays } from '@coliseum/scoring/complete-days';
import { SCORING_METHODOLOGY } from '@coliseum/scoring/methodology';
import { isOnRoster } from '@coliseum/scoring/roster';
import type { PairFigures, SeasonFigures } from '@coliseum/scoring/season-figures';
import type { CompareView } from '../../views/compare-view.ts';
import { formatInstant } from '../format-instant.ts';
import { buildClaim, turnClaim } from './build-evidence.ts';
import { buildSkillRow } from './build-skill-row.ts';
import type { Scoring } from './scoring-store.ts';
import { statePair } from './statements.ts';

type ComparedAgents = { readonly a: Agent; readonly b: Agent };

/** Two agents on the events that both answered. */
export function compareAgents(scoring: Scoring, { a, b }: ComparedAgents): CompareView {
  const { figures, asOf } = scoring;
  const pair = findPair(figures, a.id, b.id);
  return {
    methodology: SCORING_METHODOLOGY,
    as_of: formatInstant(asOf),
    statement: statePair([a, b], pair),
    a: buildSkillRow(figures, a),
    b: buildSkillRow(figures, b),
    comparison: pair && (pair.first === a.id ? buildClaim(pair) : turnClaim(buildClaim(pair))),
    events: compareEvents(scoring, a, b),
  };
}

/** The figures of a pair, in roster order; null where the two are not compared. */
function findPair({ pairs }: SeasonFigures, a: Id, b: Id): PairFigures | null {
  return pairs.find(({ first, second }) => (first === a && second === b) || (first === b && second === a)) ?? null;
}

function compareEvents({ days, asOf }: Scoring, a: Agent, b: Agent): CompareView['events'] {
  let [both, aCloser, bCloser, distance] = [0, 0, 0, 0];
  const complete = findCompleteDays(
    days.map(({ day }) => day),
    asOf,
  );
  for (const { day, scoredEvents } of complete) {
    if (!isOnRoster(a, day.date) || !isOnRoster(b, day.date)) continue;
    for (const { index, valueMicros } of scoredEvents) {
      const [p, q] = [a, b].map(({ id }) => day.answers.get(id)?.[index]?.probabilityMicros);
      if (p === undefined || q === undefined) continue;
      both += 1;
      aCloser += Number(Math.abs(p - valueMicros) < Math.abs(q - valueMicros));
      bCloser += Number(Math.abs(q - valueMicros) < Math.abs(p - valueMicros));
      distance += Math.abs(p - q);
    }
  }
  const mean_distance = both === 0 ? null : distance / both / MICROS_PER_UNIT;
  return { both, a_closer: aCloser, b_closer: bCloser, mean_distance };
}
