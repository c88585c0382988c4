import { AGENT_COUNT } from '@coliseum/domain/arena-rules';
import { ObjectId } from 'mongodb';

/** A stored answer of an agent, as large as the arena's: its prompts and its raw output are kept with it. */
export type SampleBet = {
  readonly _id: ObjectId;
  readonly agent_id: ObjectId;
  readonly created_at: Date;
  readonly decision: 'YES';
  readonly amount_wagered_cents: number;
  readonly locked_price_at_bet: string;
  readonly status: 'pending' | 'settled';
  readonly pnl_cents: number | null;
  readonly reasoning_trace: string;
  readonly prompt_system: string;
  readonly prompt_user: string;
  readonly raw_output: string;
};

const FIRST_INSTANT_MS = Date.UTC(2026, 0, 1);

/** Where the counter of an ObjectId starts, so that ids of different kinds never meet. */
const AGENT_IDS = 0xa0_0000;

/** The `index`-th agent's id; there are eight. */
export function toAgentId(index: number): ObjectId {
  return toObjectId(AGENT_IDS + (index % AGENT_COUNT));
}

/** The `index`-th bet's id. */
export function toBetId(index: number): ObjectId {
  return toObjectId(index);
}

/** The `index`-th bet of a long season: the agents take turns, a minute lies between two. */
export function createSampleBet(index: number): SampleBet {
  return {
    _id: toBetId(index),
    agent_id: toAgentId(index),
    created_at: new Date(FIRST_INSTANT_MS + index * 60_000),
    decision: 'YES',
    amount_wagered_cents: 10_000 + (index % 90_000),
    locked_price_at_bet: '0.385',
    status: 'pending',
    pnl_cents: null,
    reasoning_trace: createText(400, index),
    prompt_system: createText(2_400, index),
    prompt_user: createText(4_300, index),
    raw_output: createText(600, index),
  };
}

/** `count` bets from the `first` on. */
export function createSampleBets(first: number, count: number): SampleBet[] {
  return Array.from({ length: count }, (_, offset) => createSampleBet(first + offset));
}

function toObjectId(counter: number): ObjectId {
  return new ObjectId(counter.toString(16).padStart(24, '0'));
}

function createText(length: number, index: number): string {
  return `Answer ${index}. The harbour reopened on Tuesday, and the price has not moved since. `
    .repeat(Math.ceil(length / 60))
    .slice(0, length);
}
