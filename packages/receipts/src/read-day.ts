import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { PersonaWeek } from '@coliseum/domain/persona';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import type { StoredDay } from './check-link.ts';

/** The reads behind a match day's receipt. */
export type DayReads = {
  readonly batches: { readonly findByDate: (date: string) => Promise<DailyBatch | null> };
  readonly bets: { readonly listByBatch: (batchId: string) => Promise<readonly Bet[]> };
  readonly events: { readonly listByBatch: (batchId: string) => Promise<readonly ArenaEvent[]> };
  readonly paidCalls: { readonly listDropped: (date: string) => Promise<readonly PaidCall[]> };
  readonly personas: { readonly findByWeek: (weekNumber: number) => Promise<PersonaWeek | null> };
  readonly runs: { readonly findByDate: (date: string) => Promise<PipelineRun | null> };
};

/** Reads everything that a day's receipt covers. Null when there is no such day. */
export async function readDay(reads: DayReads, agents: readonly Agent[], date: string): Promise<StoredDay | null> {
  const batch = await reads.batches.findByDate(date);
  if (batch === null) return null;
  const persona = await reads.personas.findByWeek(batch.weekNumber);
  const events = await reads.events.listByBatch(batch.id);
  const bets = await reads.bets.listByBatch(batch.id);
  const droppedCalls = await reads.paidCalls.listDropped(date);
  const run = await reads.runs.findByDate(date);
  return { batch, persona, events, bets, agents, droppedCalls, timesPlayed: run?.timesPlayed ?? 1 };
}
