import { anyBatch, anyEvent, anyPersonaWeek } from '@coliseum/db/testing/arbitrary-days';
import { anyAgent, anyBet } from '@coliseum/db/testing/arbitrary-players';
import { sampleModel } from '@coliseum/db/testing/sample-model';
import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PersonaWeek } from '@coliseum/domain/persona';
import type { Receipt } from '@coliseum/domain/receipt';
import { toReceipt } from '../receipts/to-receipt.ts';
import { toId } from './fixtures.ts';

/** Match days with their receipts. */
export type Chain = {
  agents: Agent[];
  personas: PersonaWeek[];
  batches: DailyBatch[];
  events: ArenaEvent[];
  bets: Bet[];
  receipts: Receipt[];
};

const AGENTS = 2;
const MATCHES = 2;

/**
 * Three match days with two agents and two events. Everything else is arbitrary valid data derived from `seed`, except
 * `betFields`, which every answer has.
 */
export function sampleChain(seed: number, betFields: Partial<Bet> = {}): Chain {
  const agents = Array.from({ length: AGENTS }, (_, index) =>
    sampleModel(
      anyAgent,
      { id: toId(1 + index), modelSlug: `lab/model-${index}`, rosterOrder: index + 1 },
      seed + index,
    ),
  );
  const chain: Chain = { agents, personas: [], batches: [], events: [], bets: [], receipts: [] };
  for (let day = 1; day <= 3; day += 1) addDay(chain, { day, seed: seed + 10 * day, betFields });
  return chain;
}

type DayPlan = { readonly day: number; readonly seed: number; readonly betFields: Partial<Bet> };

function addDay(chain: Chain, { day, seed, betFields }: DayPlan): void {
  const date = `2026-03-0${day}`;
  const createdAt = new Date(Date.UTC(2026, 2, day, 15));
  const weekNumber = 100 + day;
  const persona = sampleModel(anyPersonaWeek, { id: toId(50 + day), weekNumber }, seed);
  const events = Array.from({ length: MATCHES }, (_, index) => {
    const fields = { id: toId(100 * day + index), batchId: toId(10 + day), matchDate: date, matchNumber: index + 1 };
    const kalshiTicker = `KX-${day}-${index}`;
    return sampleModel(anyEvent, { ...fields, kalshiTicker, briefSha256: null }, seed + index);
  });
  const batch = sampleModel(
    anyBatch,
    { id: toId(10 + day), date, weekNumber, eventIds: events.map(({ id }) => id), createdAt },
    seed,
  );
  const bets = events.flatMap((event, match) =>
    chain.agents.map((agent, index) => {
      const id = toId(1000 * day + 10 * match + index);
      return sampleModel(
        anyBet,
        { ...betFields, id, batchId: batch.id, eventId: event.id, agentId: agent.id },
        seed + 3 * match + index,
      );
    }),
  );
  const content = { batch, persona, events, bets, agents: chain.agents };
  const previous = chain.receipts.at(-1) ?? null;
  chain.receipts.push(toReceipt({ id: toId(90 + day), content, previous, at: createdAt }));
  chain.personas.push(persona);
  chain.batches.push(batch);
  chain.events.push(...events);
  chain.bets.push(...bets);
}
