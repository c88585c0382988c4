import type { Separable } from '../evidence/claim.ts';
import type { SeasonFigures } from '../state/season-figures.ts';
import { joinWords, type GetName } from './format-figure.ts';

type BoardFigures = Pick<SeasonFigures, 'agents' | 'versusCrowd' | 'pairs' | 'rankSets'>;

/** Which of the three states of scoring.md S8 the skill board is in, and the sentence it says above itself. */
export type BoardStatement = {
  /** `nobody`: nothing is settled. `market`: differences from the market are. `places`: some places are. */
  readonly state: 'nobody' | 'market' | 'places';
  readonly text: string;
};

/** The statement of the skill board, from claims and rank sets only. */
export function describeBoard(figures: BoardFigures, getName: GetName): BoardStatement {
  const market = describeMarket(figures);
  const places = describePlaces(figures, getName);
  if (places !== null) return { state: 'places', text: market === null ? places : `${market}. ${places}` };
  if (market !== null) return { state: 'market', text: `${market}; the order among the rest is not settled.` };
  const who = figures.pairs.some((pair) => readSeparable(pair) !== null) ? 'Nobody who is present' : 'Nobody';
  return { state: 'nobody', text: `${who} is separable from the market or from each other yet.` };
}

/** `3 of 8 are separable from the market (1 better, 2 worse)`; null when nobody is. */
function describeMarket({ agents, versusCrowd }: BoardFigures): string | null {
  const ids = Object.keys(agents);
  const verdicts = ids.flatMap((id) => readSeparable(versusCrowd[id]) ?? []);
  if (verdicts.length === 0) return null;
  const better = verdicts.filter((verdict) => verdict === 'better').length;
  const worse = verdicts.length - better;
  const split =
    worse === 0 || better === 0 ? `all ${better === 0 ? 'worse' : 'better'}` : `${better} better, ${worse} worse`;
  return `${verdicts.length} of ${ids.length} ${verdicts.length === 1 ? 'is' : 'are'} separable from the market (${split})`;
}

/** The places of the agents whose rank set is narrower than all places; null when there is none. */
function describePlaces({ rankSets }: BoardFigures, getName: GetName): string | null {
  const sets = Object.entries(rankSets);
  const narrowed = sets.filter(([, [first, last]]) => first > 1 || last < sets.length);
  if (narrowed.length === 0) return null;
  const places = narrowed.map(
    ([id, [first, last]]) => `${getName(id)} ${first === last ? first : `${first} to ${last}`}`,
  );
  const rest = narrowed.length < sets.length ? '; the order among the rest is not settled' : '';
  return `Of the places 1 to ${sets.length}, the settled comparisons leave ${joinWords(places)}${rest}.`;
}

function readSeparable(figures: SeasonFigures['versusCrowd'][string] | undefined): Separable {
  return figures !== undefined && 'separable' in figures ? figures.separable : null;
}
