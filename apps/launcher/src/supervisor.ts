import { invariant } from '@coliseum/domain/assert';
import { AppError } from '@coliseum/domain/errors/app-error';
import { startProcess } from './supervised-process.ts';
import type { ProcessEnd, ProcessSpec, SupervisedProcess } from './supervised-process.ts';

type SupervisorOptions = {
  /** All of them together get this long to stop. */
  readonly stopWithinMs: number;
  /** Where a service's log is, for the message when it dies. */
  readonly getLogPath: (name: string) => string;
};

export type Supervisor = {
  /** Starts a process that has to run until it is stopped. */
  readonly startService: (spec: ProcessSpec) => SupervisedProcess;
  /** Runs a process to its end. Rejects unless that is exit code 0. */
  readonly runTask: (spec: ProcessSpec) => Promise<void>;
  /** Rejects as soon as a service ends that nobody stopped. Never resolves. */
  readonly failure: Promise<never>;
  /** Stops everything, the last one started first. */
  readonly stopAll: () => Promise<void>;
};

/** Keeps the launcher's processes: one that dies takes the rest with it, and the end comes in order. */
export function createSupervisor({ stopWithinMs, getLogPath }: SupervisorOptions): Supervisor {
  const running: SupervisedProcess[] = [];
  const failure = Promise.withResolvers<never>();
  // Whoever races the failure handles it; without a race it must not end the process as unhandled.
  failure.promise.catch(() => undefined);
  let stopping = false;

  function start(spec: ProcessSpec): SupervisedProcess {
    invariant(!stopping, `${spec.name} was started after the stop`);
    const started = startProcess(spec);
    running.push(started);
    void started.ended.then(() => running.splice(running.indexOf(started), 1));
    return started;
  }

  return {
    startService(spec) {
      const service = start(spec);
      void service.ended.then((end) => {
        if (!stopping) failure.reject(createEndedError(end, getLogPath(spec.name)));
      });
      return service;
    },
    async runTask(spec) {
      const end = await start(spec).ended;
      if (end.code !== 0) throw createEndedError(end, spec.onLine === undefined ? null : getLogPath(spec.name));
    },
    failure: failure.promise,
    async stopAll() {
      stopping = true;
      const deadline = performance.now() + stopWithinMs;
      const services = running.toReversed();
      for (const [index, service] of services.entries()) {
        // What one does not use is left for those that still have to stop.
        const share = (deadline - performance.now()) / (services.length - index);
        await service.stop(Math.max(0, share));
      }
    },
  };
}

function createEndedError({ name, code, signal }: ProcessEnd, logPath: string | null): AppError {
  const how = signal === null ? `with exit code ${code ?? 'unknown'}` : `by ${signal}`;
  const where = logPath === null ? '' : ` Its output is in ${logPath}.`;
  return new AppError({
    code: 'SERVICE_FAILED',
    message: `${name} ended ${how}.${where}`,
    details: { name, code, signal },
  });
}
