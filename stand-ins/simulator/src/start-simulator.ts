import { AppError } from '@coliseum/domain/errors/app-error';
import type { FaultRuleInput } from './faults/fault-rule.ts';
import { parseScenario } from './faults/load-scenario.ts';
import type { ScenarioInput } from './faults/scenario.ts';
import { createInventedUniverse } from './invented/invented-universe.ts';
import type { MarketUniverse } from './market/market-universe.ts';
import { loadRecordedMarkets } from './recorded/load-recorded-markets.ts';
import { createRecordedUniverse } from './recorded/recorded-universe.ts';
import { createSimulatorServer } from './server/create-simulator-server.ts';
import type { ReceivedRequest } from './server/request-log.ts';
import type { ClockSetting } from './server/simulator-clock.ts';
import { createSimulatorWorld } from './server/simulator-world.ts';

export type SimulatorOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Decides every market, decision and fact. */
  readonly seed: string;
  /** A file of recorded markets to replay in place of invented ones. */
  readonly marketsFile?: string;
  /** Default: the machine's time. */
  readonly clock?: ClockSetting;
  /** What goes wrong, or slowly. Default: nothing. */
  readonly scenario?: ScenarioInput;
  /** Keeps clock, faults and their counts. If it already exists it takes precedence over `clock` and `scenario`. */
  readonly stateFile?: string;
};

export type Simulator = {
  readonly url: string;
  readonly kalshiBaseUrl: string;
  readonly openRouterBaseUrl: string;
  readonly exaBaseUrl: string;
  /** Stops the clock at an instant. */
  readonly setNow: (now: Date) => void;
  /** Replaces everything that goes wrong from now on. Counts start again. */
  readonly setFaults: (rules: readonly FaultRuleInput[]) => void;
  /** The newest requests to the services, oldest first. */
  readonly requests: () => readonly ReceivedRequest[];
  readonly stop: () => Promise<void>;
};

/**
 * Starts a stand-in for Kalshi, OpenRouter and Exa on one port.
 * @throws AppError PORT_IN_USE when the port is taken, MARKETS_FILE_INVALID when the file cannot be replayed,
 *   SCENARIO_INVALID, SIMULATOR_STATE_INVALID.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const universe = await chooseUniverse(options);
  const world = await createSimulatorWorld({
    seed: options.seed,
    clock: options.clock ?? { mode: 'real' },
    scenario: parseScenario(options.scenario ?? {}, 'scenario'),
    stateFile: options.stateFile,
  });
  const host = options.host ?? '127.0.0.1';
  const server = await createSimulatorServer({ ...world, universe, seed: options.seed, host });
  const url = await server.listen({ port: options.port, host }).catch(async (cause: unknown) => {
    await server.close();
    throw toListenError(cause, options.port);
  });
  return {
    url,
    kalshiBaseUrl: `${url}/kalshi/trade-api/v2`,
    openRouterBaseUrl: `${url}/openrouter/api/v1`,
    exaBaseUrl: `${url}/exa`,
    setNow: (now) => world.clock.set({ mode: 'manual', now }),
    setFaults: (faults) => world.faults.replace(parseScenario({ faults }, 'faults').faults),
    requests: world.log.list,
    stop: async () => {
      await server.close();
      await world.keeper.flush();
    },
  };
}

async function chooseUniverse({ marketsFile, seed }: SimulatorOptions): Promise<MarketUniverse> {
  if (marketsFile === undefined) return createInventedUniverse(seed);
  const { markets } = await loadRecordedMarkets(marketsFile);
  return createRecordedUniverse(markets, seed);
}

function toListenError(cause: unknown, port: number): unknown {
  const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
  if (!isTaken) return cause;
  return new AppError({
    code: 'PORT_IN_USE',
    message: `Port ${port} is in use. Choose another port for the simulator, or 0 for any free port.`,
    details: { port },
    cause,
  });
}
