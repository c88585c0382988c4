import type { StageName } from '@coliseum/domain/stage-name';

const LABELS: Readonly<Record<StageName, string>> = {
  ingestion: 'Select',
  research: 'Research',
  betting: 'Bet',
  commit: 'Commit',
};

/** Names a stage as the site does: `ingestion` → `"Select"`. Options and stored runs keep the stored name. */
export function formatStage(stage: StageName): string {
  return LABELS[stage];
}
