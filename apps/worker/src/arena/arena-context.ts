import type { LoadedPersona } from '@coliseum/config/personas';
import type { Database } from '@coliseum/db/database';
import type { Clock } from '@coliseum/domain/clock';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import type { ExaClient } from '@coliseum/exa/client';
import type { KalshiClient } from '@coliseum/kalshi/client';
import type { Logger } from '@coliseum/observability/logger';
import type { Telemetry } from '@coliseum/observability/telemetry';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import type { ModelFacts } from './model-catalogue.ts';

export type ArenaSettings = {
  readonly feeRule: FeeRule;
  /** OpenRouter's slug of the model that picks the markets. */
  readonly selectorModel: string;
  /** How long one agent may think about one event. */
  readonly decisionTimeoutMs: number;
  /** How many agents are asked at the same time. */
  readonly decisionConcurrency: number;
  /** What the outside calls of one match day may cost together. */
  readonly dailyBudgetMicroDollars: number;
  /** Names who holds the lease of a day that is played: another one each time, unless a later one may go on with it. */
  readonly newLeaseOwner: () => string;
  /** When the day starts, in minutes after 00:00 UTC. */
  readonly lockMinuteOfDay: number;
};

/**
 * All that the pipeline and the settlement reach the world through.
 * The daily run, a simulated season and the tests differ only in what stands here.
 */
export type ArenaContext = ModelFacts & {
  readonly clock: Clock;
  /** The machine's own clock, for leases: a simulated day too is played by a process that can die. */
  readonly processClock: Clock;
  readonly database: Database;
  readonly kalshi: KalshiClient;
  /** Stages do not call the two services that cost money but through a day's `PaidServices`: see `StageContext`. */
  readonly openRouter: OpenRouterClient;
  readonly exa: ExaClient;
  readonly personas: readonly LoadedPersona[];
  readonly settings: ArenaSettings;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  /** Aborted when this process is told to stop: a day under way is handed over, settlements are finished. */
  readonly stopping: AbortSignal;
  /** Wakes the settlement of a new event when it is expected to resolve. Losing the call loses nothing: the database knows what is open. */
  readonly scheduleSettlement: (event: ArenaEvent) => Promise<void>;
};
