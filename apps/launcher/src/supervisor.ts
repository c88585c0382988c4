import { invariant } from '@coliseum/domain/assert';
import { AppError } from '@coliseum/domain/errors/app-error';
import { startProcess } from './supervised-process.ts';
import type { ProcessEnd, ProcessSpec, SupervisedProcess } from './supervised-process.ts';

type SupervisorOptions = {
  /** Time for all processes together to stop. */
  readonly stopWithinMs: number;
  /** The path of a log, for the message when its service dies. */
  readonly getLogPath: (name: string) => string;
};

export type Supervisor = {
  /** Starts a process that is meant to run until it is stopped. */
  readonly startService: (spec: ProcessSpec) => SupervisedProcess;
  /** Runs a process to its end. Rejects unless it exits with code 0. */
  readonly runTask: (spec: ProcessSpec) => Promise<void>;
  /** Rejects when a service ends without having been stopped. Never resolves. */
  readonly failure: Promise<never>;
  /** Stops everything in reverse order of the start. */
  readonly stopAll: () => Promise<void>;
};

/** Runs the processes of the launcher, notices when one dies, and stops them in order. */
export function createSupervisor({ stopWithinMs, getLogPath }: SupervisorOptions): Supervisor {
  const running: SupervisedProcess[] = [];
  const failure = Promise.withResolvers<never>();
  // Callers that race it handle the rejection; before anyone does, it must not crash the launcher as unhandled.
  failure.promise.catch(() => undefined);
  let stopping = false;

  function start(spec: ProcessSpec): SupervisedProcess {
    invariant(!stopping, `${spec.name} cannot start while everything is stopping`);
    const started = startProcess(spec);
    running.push(started);
    void started.ended.then(() => running.splice(running.indexOf(started), 1));
    return started;
  }

  return {
    startService(spec) {
      const service = start(spec);
      void service.ended.then((end) => {
        if (!stopping) failure.reject(createExitError(end, getLogPath(spec.name)));
      });
      return service;
    },
    async runTask(spec) {
      const end = await start(spec).ended;
      if (end.code !== 0) throw createExitError(end, spec.onLine === undefined ? null : getLogPath(spec.name));
    },
    failure: failure.promise,
    async stopAll() {
      stopping = true;
      const deadline = performance.now() + stopWithinMs;
      const services = running.toReversed();
      for (const [index, service] of services.entries()) {
        // Time that one service does not use goes to the ones after it.
        const share = (deadline - performance.now()) / (services.length - index);
        await service.stop(Math.max(0, share));
      }
    },
  };
}

function createExitError({ name, code, signal }: ProcessEnd, logPath: string | null): AppError {
  const ending = signal === null ? `exited with code ${code ?? 'unknown'}` : `was killed by ${signal}`;
  const hint = logPath === null ? '' : ` See ${logPath}.`;
  return new AppError({
    code: 'SERVICE_FAILED',
    message: `${name} ${ending}.${hint}`,
    details: { name, code, signal },
  });
}
