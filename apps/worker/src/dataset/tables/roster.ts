import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const agentColumns = [
  ...ofType('string', {
    id: 'Id of the agent: `agent_id` elsewhere',
    name: 'Its name',
    model_slug: 'Its model, as OpenRouter names it',
    family: 'What it shares with the agents it replaced or was replaced by',
  }),
  ...ofType('integer', { roster_order: 'Place in the roster, from 1' }),
  ...ofType('date', { from: 'The first day it is asked on', until: 'The last day; null while it is present' }),
  ...ofType('boolean', { founding: 'Whether the arena began with it' }),
  ...ofType('integer', {
    starting_bankroll_cents: 'What it started with, in US cents',
    current_bankroll_cents: 'Settled money, in US cents',
    reserved_cents: 'What open bets can lose, in US cents',
    total_pnl_cents: 'Profit or loss so far, in US cents',
  }),
];

export const agents: Table = {
  name: 'agents',
  description: 'The agents, with their accounts as of this version',
  columns: agentColumns,
  async *read({ reads }) {
    for (const agent of await reads.agents.list()) yield toRow(agentColumns, agent);
  },
};

const personaColumns = [
  ...ofType('integer', { week_number: 'Persona week, 1 for that of 1 January 2024' }),
  ...ofType('date', { start_date: 'Its Monday', end_date: 'Its Sunday' }),
  ...ofType('string', { persona_name: 'Name of the persona' }),
  ...ofType('json', { config: 'Its file as it was that week' }),
];

export const personas: Table = {
  name: 'personas',
  description: 'The persona of each week, with the whole text',
  columns: personaColumns,
  async *read({ reads }) {
    for (const week of await reads.personas.list()) yield toRow(personaColumns, week);
  },
};
