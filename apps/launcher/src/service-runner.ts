import { join } from 'node:path';
import { openLogFile } from './log-file.ts';
import type { ServiceSpec } from './process-specs.ts';
import { createServiceOutput } from './service-output.ts';
import type { ProcessSpec, SupervisedProcess } from './supervised-process.ts';
import { createSupervisor } from './supervisor.ts';
import type { Supervisor } from './supervisor.ts';

const STOP_WITHIN_MS = 15_000;

export type ServiceRunner = Pick<Supervisor, 'failure' | 'stopAll' | 'runTask'> & {
  /** Starts a service that writes to its own log file. */
  readonly startService: (spec: ServiceSpec) => Promise<SupervisedProcess>;
};

/** Creates a supervisor that sends the output of services to log files and the terminal. */
export function createServiceRunner(logDir: string, show: (line: string) => void): ServiceRunner {
  const supervisor = createSupervisor({
    stopWithinMs: STOP_WITHIN_MS,
    getLogPath: (name) => join(logDir, `${name}.log`),
  });
  return {
    failure: supervisor.failure,
    stopAll: supervisor.stopAll,
    runTask: (spec: ProcessSpec) => supervisor.runTask(spec),
    async startService(spec) {
      const log = await openLogFile(logDir, spec.name);
      const service = supervisor.startService({ ...spec, onLine: createServiceOutput(spec, log, show) });
      void service.ended.then(() => log.close());
      return service;
    },
  };
}
