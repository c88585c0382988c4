import type { Agent } from '@coliseum/domain/agent';
import type { Id } from '@coliseum/domain/id';
import { fromAgentRow, toAgentDocument } from '../documents/agent-document.ts';
import { optional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { collectRows } from './map-rows.ts';
import { insertDocuments, updateDocuments } from './write-documents.ts';

export type AgentRepository = {
  /** All agents in roster order. */
  list(): Promise<Agent[]>;
  findById(id: Id): Promise<Agent | null>;
  insertMany(agents: readonly Agent[]): Promise<void>;
  /** Writes every field of the agent. */
  update(agent: Agent): Promise<void>;
  /** {@link AgentRepository.update} of many in one command. */
  updateMany(agents: readonly Agent[]): Promise<void>;
};

const COLLECTION = 'agents';

export function createAgentRepository({ read, write }: Store): AgentRepository {
  const updateMany = (agents: readonly Agent[]): Promise<void> =>
    updateDocuments<'Agent'>(write, COLLECTION, agents.map(toAgentDocument));
  return {
    list: () => collectRows(read.agents.orderBy({ roster_order: 1, _id: 1 }).all(), fromAgentRow),
    findById: async (id) => optional(await read.agents.where({ _id: id }).first(), fromAgentRow),
    insertMany: (agents) => insertDocuments<'Agent'>(write, COLLECTION, agents.map(toAgentDocument)),
    update: (agent) => updateMany([agent]),
    updateMany,
  };
}
