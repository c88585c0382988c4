import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { StatusView } from '@coliseum/api/views/status-view';

export type StageMark = {
  readonly name: string;
  readonly state: 'done' | 'live' | 'todo';
};

const RUN_STAGES = ['ingestion', 'research', 'betting', 'commit'] as const;
const STAGE_NAMES = ['Select', 'Research', 'Bet', 'Commit'] as const;

type StagesInput = {
  readonly run: StatusView['run'];
  readonly latestDate: string | null;
  /** The matches of the latest committed match day. */
  readonly card: readonly Pick<EventRowView, 'status'>[];
};

/** The progress of the latest match day: six stages, at most one of them live. */
export function prepareStages({ run, latestDate, card }: StagesInput): readonly StageMark[] {
  if (run && isBeingPlayed(run, latestDate)) {
    return [...buildRunStages(run.stage), toPendingStage('Settle'), toPendingStage('Final')];
  }
  if (card.length === 0) {
    return [...STAGE_NAMES.map(toPendingStage), toPendingStage('Settle'), toPendingStage('Final')];
  }
  const settled = card.filter((event) => event.status === 'settled').length;
  const isFinal = settled === card.length;
  return [
    ...STAGE_NAMES.map(toDoneStage),
    { name: `Settle ${settled} of ${card.length}`, state: isFinal ? 'done' : 'live' },
    { name: 'Final', state: isFinal ? 'done' : 'todo' },
  ];
}

/** Whether `run` is playing a match day that is not committed yet. Only its progress is visible. */
export function isBeingPlayed(run: NonNullable<StatusView['run']>, latestDate: string | null): boolean {
  return run.status === 'running' && (latestDate === null || run.date > latestDate);
}

function buildRunStages(stage: NonNullable<StatusView['run']>['stage']): readonly StageMark[] {
  const current = stage === null ? 0 : RUN_STAGES.indexOf(stage);
  return STAGE_NAMES.map((name, position) => {
    if (position < current) return toDoneStage(name);
    return position === current ? { name, state: 'live' } : toPendingStage(name);
  });
}

function toDoneStage(name: string): StageMark {
  return { name, state: 'done' };
}

function toPendingStage(name: string): StageMark {
  return { name, state: 'todo' };
}
