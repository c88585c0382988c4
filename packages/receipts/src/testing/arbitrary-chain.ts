import { anyBatch, anyEvent, anyPersonaWeek, anyRun } from '@coliseum/db/testing/arbitrary-days';
import { anyPaidCall } from '@coliseum/db/testing/arbitrary-operations';
import { anyAgent, anyBet } from '@coliseum/db/testing/arbitrary-players';
import { sampleModel } from '@coliseum/db/testing/sample-model';
import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { PersonaWeek } from '@coliseum/domain/persona';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import type { Receipt } from '@coliseum/domain/receipt';
import type { CommittedContent } from '../batch-content.ts';
import { hashContent, hashLink, toReceipt } from '../to-receipt.ts';

/** Match days with their receipts. */
export type Chain = {
  agents: Agent[];
  personas: PersonaWeek[];
  batches: DailyBatch[];
  events: ArenaEvent[];
  bets: Bet[];
  receipts: Receipt[];
  runs: PipelineRun[];
  droppedCalls: PaidCall[];
};

const AGENTS = 2;
const MATCHES = 2;

/** The 24 digits of an id from a number. */
function toId(n: number): string {
  return n.toString(16).padStart(24, '0');
}

/**
 * Three match days with two agents and two events, the first with a receipt of format 1. Each was played again, so that
 * two answers were dropped. Everything else is arbitrary valid data derived from `seed`, except
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
  const chain: Chain = {
    agents,
    personas: [],
    batches: [],
    events: [],
    bets: [],
    receipts: [],
    runs: [],
    droppedCalls: [],
  };
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
  const run = sampleModel(anyRun, { id: toId(70 + day), date }, seed);
  const droppedCalls = [0, 1].map((index) => {
    const fields = { id: toId(10_000 * day + index), date, answer: null, droppedAt: createdAt };
    return sampleModel(anyPaidCall, fields, seed + index);
  });
  const { agents } = chain;
  const content = { batch, persona, events, bets, agents, timesPlayed: run.timesPlayed, droppedCalls };
  const receipt = toReceipt({ id: toId(90 + day), content, previous: chain.receipts.at(-1) ?? null, at: createdAt });
  chain.receipts.push(day === 1 ? toFirstFormat(receipt, content) : receipt);
  chain.runs.push(run);
  chain.droppedCalls.push(...droppedCalls);
  chain.personas.push(persona);
  chain.batches.push(batch);
  chain.events.push(...events);
  chain.bets.push(...bets);
}

function toFirstFormat(receipt: Receipt, content: CommittedContent): Receipt {
  const format = 'coliseum-receipt/1';
  const link = { ...receipt, format, contentSha256: hashContent(format, content) };
  return { ...link, sha256: hashLink(link) };
}
