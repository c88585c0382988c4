import type { Agent } from '@coliseum/domain/agent';
import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { MatchDate } from '@coliseum/domain/match-date';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { PersonaWeek } from '@coliseum/domain/persona';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import type { Receipt } from '@coliseum/domain/receipt';
import type { DayView } from '../views/day-view.ts';
import { buildBatch } from './batch-list.ts';
import { buildSelection } from './candidates.ts';
import { buildCosts } from './costs.ts';
import { buildEventRow } from './event-row.ts';
import type { MatchHistory } from './match-history.ts';
import { buildPersona } from './persona.ts';
import { buildFullReceipt } from './receipt.ts';
import { buildRun, toPublicStatus } from './run.ts';

type DaySources = {
  readonly date: MatchDate;
  readonly history: MatchHistory;
  readonly batch: DailyBatch | null;
  readonly run: PipelineRun | null;
  /** In roster order. */
  readonly agents: readonly Agent[];
  readonly receipt: Receipt | undefined;
  readonly calls: readonly PaidCall[];
  /** Null while nobody may know it. */
  readonly list: CandidateList | null;
  readonly persona: PersonaWeek | null;
};

/** A match day whole. */
export function buildDay(sources: DaySources): DayView {
  const { date, history, batch, run, agents, receipt, calls, list, persona } = sources;
  const place = history.findIndex(({ batchId }) => batchId === batch?.id);
  const day = history[place];
  return {
    date,
    status: batch !== null || run === null ? 'completed' : toPublicStatus(run),
    batch: batch && day ? buildBatch({ batch, day, matchDay: place + 1, receipt }) : null,
    events: day === undefined ? [] : day.events.map((event) => buildEventRow({ day, event, agents })),
    persona: persona && buildPersona(persona),
    selection: list && buildSelection(list),
    receipt: receipt === undefined ? null : buildFullReceipt(receipt),
    run: run && buildRun(run),
    costs: buildCosts(calls, agents),
  };
}
