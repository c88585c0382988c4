import type { Database } from '@coliseum/db/database';
import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import { buildOpeningEntry } from '@coliseum/db/seed/build-opening-entry';
import { nameModel } from '@coliseum/db/seed/default-agents';
import type { Agent } from '@coliseum/domain/agent';
import type { MatchDate } from '@coliseum/domain/match-date';
import { findAgent } from './find-agent.ts';
import { findNextMatchDay } from './find-next-match-day.ts';
import { renameAgent } from './rename-agent.ts';
import { retireAgent, setLastDay } from './retire-agent.ts';
import { succeedAgent } from './succeed-agent.ts';

/** A change of the roster. `agent` is a name or a model. */
export type RosterRequest =
  | {
      readonly kind: 'replace';
      readonly agent: string;
      /** A null name leaves it to {@link nameModel}. */
      readonly model: { readonly slug: string; readonly name: string | null };
    }
  | { readonly kind: 'retire'; readonly agent: string }
  | { readonly kind: 'rename'; readonly agent: string; readonly name: string };

/** What a change does to the agents. */
export type RosterChange = {
  /** The agent as it was. */
  readonly before: Agent;
  readonly after: Agent;
  readonly successor: Agent | null;
};

type ChangeOptions = {
  readonly now: Date;
  /** Whether to store the change, or only to say what it would be. */
  readonly isConfirmed: boolean;
};

/**
 * Changes the roster from the next match day that has not begun, in one transaction. Throws ARGUMENT_INVALID for a change
 * that cannot be made, with the reason.
 */
export async function changeRoster(
  database: Pick<Database, 'withTransaction' | 'newId'>,
  request: RosterRequest,
  { now, isConfirmed }: ChangeOptions,
): Promise<RosterChange> {
  return await database.withTransaction(async (repositories) => {
    const agents = await repositories.agents.list();
    const firstDay = await findNextMatchDay(repositories, now);
    const change = planChange({ agents, firstDay, now, id: database.newId() }, request);
    if (isConfirmed) await storeChange(repositories, change, { entryId: database.newId(), at: now });
    return change;
  });
}

type Roster = {
  readonly agents: readonly Agent[];
  readonly firstDay: MatchDate;
  readonly now: Date;
  /** For an agent that joins. */
  readonly id: string;
};

function planChange({ agents, firstDay, now, id }: Roster, request: RosterRequest): RosterChange {
  const before = findAgent(agents, request.agent);
  switch (request.kind) {
    case 'retire':
      return { before, after: retireAgent({ agents, agent: before, firstDayWithout: firstDay, now }), successor: null };
    case 'rename':
      return { before, after: renameAgent({ agents, agent: before, name: request.name, now }), successor: null };
    case 'replace': {
      const { slug, name } = request.model;
      const model = { slug, name: name ?? nameModel(slug) };
      const successor = succeedAgent({ agents, predecessor: before, model, id, from: firstDay, now });
      // The place of an agent that departed earlier may be taken later.
      const after = before.until !== null && before.until < firstDay ? before : setLastDay(before, firstDay, now);
      return { before, after, successor };
    }
  }
}

async function storeChange(
  { agents, arenaState, ledger }: Pick<Repositories, 'agents' | 'arenaState' | 'ledger'>,
  { after, successor }: RosterChange,
  { entryId, at }: { readonly entryId: string; readonly at: Date },
): Promise<void> {
  await agents.updateMany([after]);
  if (successor !== null) {
    await agents.insertMany([successor]);
    await ledger.insertMany([buildOpeningEntry(successor, entryId)]);
  }
  await arenaState.raiseRevision({ reason: 'roster_changed', at });
}
