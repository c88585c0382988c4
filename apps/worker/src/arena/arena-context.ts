import type { LoadedPersona } from '@coliseum/config/personas';
import type { Database } from '@coliseum/db/database';
import type { Clock } from '@coliseum/domain/clock';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import type { ExaClient } from '@coliseum/exa/client';
import type { Sleep } from '@coliseum/http/sleep';
import type { KalshiClient } from '@coliseum/kalshi/client';
import type { Logger } from '@coliseum/observability/logger';
import type { Telemetry } from '@coliseum/observability/telemetry';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import type { ModelCatalogue } from './model-catalogue.ts';

export type ArenaSettings = {
  readonly feeRule: FeeRule;
  /** OpenRouter slug of the model that selects the card. */
  readonly selectorModel: string;
  /** Time limit for one agent's answer on one event, in milliseconds. */
  readonly decisionTimeoutMs: number;
  /** Maximum number of answers requested at the same time. */
  readonly decisionConcurrency: number;
  /** Limit for the cost of all paid calls of one match day. */
  readonly dailyBudgetMicroDollars: number;
  /** From this cost of a match day on the operator is told. */
  readonly dailyWarningMicroDollars: number;
  /** How much of a day a trial plays: its first matches and agents. Null for all of it. */
  readonly trial: { readonly events: number; readonly agents: number } | null;
  /** Creates the name of a lease's owner: a new one each time, unless a later process may continue the lease. */
  readonly newLeaseOwner: () => string;
  /** The folder of the dataset's versions. */
  readonly datasetDir: string;
  /** When the day starts, in minutes after 00:00 UTC. */
  readonly lockMinuteOfDay: number;
};

/**
 * Everything through which the pipeline and settlement reach the outside world. The daily run, a simulated season and
 * the tests differ only in this.
 */
export type ArenaContext = ModelCatalogue & {
  readonly clock: Clock;
  /** The machine's clock, for leases: a process can die on a simulated day, too. */
  readonly processClock: Clock;
  readonly database: Database;
  readonly kalshi: KalshiClient;
  /** Stages call the two paid services only through a day's `PaidServices`: see `StageContext`. */
  readonly openRouter: OpenRouterClient;
  readonly exa: ExaClient;
  readonly personas: readonly LoadedPersona[];
  readonly settings: ArenaSettings;
  /** How the work waits. On a simulated clock it does not. */
  readonly sleep: Sleep;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  /** Aborted when this process has to stop: a running match day is handed over, settlements are finished. */
  readonly stopping: AbortSignal;
  /** Schedules the settlement of a new event. A lost call does no harm, because the database knows the open events. */
  readonly scheduleSettlement: (event: ArenaEvent) => Promise<void>;
};
