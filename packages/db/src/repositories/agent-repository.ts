import type { AccountChange, Agent, AgentAccount } from '@coliseum/domain/agent';
import type { Id } from '@coliseum/domain/id';
import { ACCOUNT_FIELDS, fromAccountRow, fromAgentRow, toAgentDocument } from '../documents/agent-document.ts';
import { toAccountChange } from '../documents/settlement-changes.ts';
import { mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { collectRows } from './map-rows.ts';
import { changeDocuments, insertDocuments, updateDocuments } from './write-documents.ts';

export type AgentRepository = {
  /** All agents in roster order. */
  list(): Promise<Agent[]>;
  /** {@link AgentRepository.list} without the histories, which are most of an agent's document. */
  listAccounts(): Promise<AgentAccount[]>;
  findById(id: Id): Promise<Agent | null>;
  insertMany(agents: readonly Agent[]): Promise<void>;
  /** Writes every field of the agent. */
  /** Writes every field of the agents, in one command. Throws `NOT_FOUND` when one is missing. */
  updateMany(agents: readonly Agent[]): Promise<void>;
  /** Writes balances, counts and time of change, and adds to the histories, in one command. Throws `NOT_FOUND`. */
  updateAccounts(changes: readonly AccountChange[]): Promise<void>;
};

const COLLECTION = 'agents';

export function createAgentRepository({ read, write }: Store): AgentRepository {
  const inRosterOrder = read.agents.orderBy({ roster_order: 1, _id: 1 });
  return {
    list: () => collectRows(inRosterOrder.all(), fromAgentRow),
    listAccounts: () => collectRows(inRosterOrder.select(...ACCOUNT_FIELDS).all(), fromAccountRow),
    findById: async (id) => mapOptional(await read.agents.where({ _id: id }).first(), fromAgentRow),
    insertMany: (agents) => insertDocuments<'Agent'>(write, COLLECTION, agents.map(toAgentDocument)),
    updateMany: (agents) => updateDocuments<'Agent'>(write, COLLECTION, agents.map(toAgentDocument)),
    updateAccounts: (changes) => changeDocuments(write, COLLECTION, changes.map(toAccountChange)),
  };
}
