import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { STOPPED_BY_OPERATOR } from '@coliseum/domain/pipeline-run';
import { StageName } from '@coliseum/domain/stage-name';
import type { LiveEvent } from '../views/live-view.ts';

/** How far a run is, in whole stages. */
export function describeProgress({ date, status, stage, stages, reason }: PipelineRun): LiveEvent {
  const done = stages.filter(({ finishedAt }) => finishedAt !== null).length;
  const shown = reason === STOPPED_BY_OPERATOR ? 'running' : status;
  return { type: 'progress', date, status: shown, stage, done, total: StageName.options.length };
}

/** A settled event and who won money on it, most first. */
export function describeSettlement(event: ArenaEvent, bets: readonly Bet[], agents: readonly Agent[]): LiveEvent {
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  const gained = bets.flatMap(({ agentId, pnlCents }) =>
    pnlCents === null || pnlCents <= 0
      ? []
      : [{ agent_id: agentId, agent_name: names.get(agentId) ?? agentId, pnl_cents: pnlCents }],
  );
  const { id, title, outcome } = event;
  return {
    type: 'settled',
    event_id: id,
    title,
    outcome,
    gained: gained.toSorted((a, b) => b.pnl_cents - a.pnl_cents),
  };
}
