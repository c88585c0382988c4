import type { Agent } from '@coliseum/domain/agent';
import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { Id } from '@coliseum/domain/id';
import type { MatchDate } from '@coliseum/domain/match-date';
import { EMPTY_STATS } from '@coliseum/domain/statistics';

type Succession = {
  /** All agents, also those that have departed. */
  readonly agents: readonly Agent[];
  /** The one whose family and place the new agent takes. */
  readonly predecessor: Agent;
  readonly model: { readonly slug: string; readonly name: string };
  readonly id: Id;
  readonly from: MatchDate;
  readonly now: Date;
};

/**
 * A new agent of the same family, with the full bankroll and no record: what one model did never counts for another.
 * Throws ARGUMENT_INVALID when an agent has or had this model or this name, or when another one has taken the place.
 */
export function succeedAgent({ agents, predecessor, model, id, from, now }: Succession): Agent {
  const sameModel = agents.find(({ modelSlug }) => modelSlug === model.slug);
  if (sameModel !== undefined) {
    throw createRefusal(
      `${model.slug} plays or has played as ${sameModel.name}. A model has one record: choose another.`,
    );
  }
  const sameName = agents.find(({ name }) => name.toLowerCase() === model.name.toLowerCase());
  if (sameName !== undefined) {
    throw createRefusal(`${sameName.modelSlug} plays or has played as ${sameName.name}. Choose another name.`);
  }
  const inPlace = agents.find(
    ({ id: other, family, until }) => other !== predecessor.id && family === predecessor.family && until === null,
  );
  if (inPlace !== undefined) {
    throw createRefusal(`${predecessor.name} has a successor, ${inPlace.name}. Replace that one.`);
  }
  return {
    ...predecessor,
    id,
    name: model.name,
    modelSlug: model.slug,
    from,
    until: null,
    founding: false,
    startingBankrollCents: STARTING_BANKROLL_CENTS,
    currentBankrollCents: STARTING_BANKROLL_CENTS,
    reservedCents: 0,
    totalPnlCents: 0,
    stats: EMPTY_STATS,
    history: [],
    createdAt: now,
    updatedAt: now,
  };
}

function createRefusal(message: string): AppError {
  return new AppError({ code: 'ARGUMENT_INVALID', message });
}
