import type { JobCatalogue } from '../catalogue.ts';
import { jobCatalogue } from '../catalogue.ts';
import type { JobHandlers, JobResult, WorkerLogger } from '../create-worker.ts';

/** A job as a handler saw it. */
export type RecordedJob = { readonly name: string; readonly payload: unknown; readonly at: number };

/** Handlers that record each job and then do what `act` says, by default `done`. */
export function recordJobs(respond: (job: RecordedJob, earlier: number) => JobResult = () => ({ outcome: 'done' })) {
  const jobs: RecordedJob[] = [];
  const record =
    (name: string) =>
    async (payload: unknown): Promise<JobResult> => {
      const job = { name, payload, at: Date.now() };
      const earlier = jobs.filter((other) => other.name === name).length;
      jobs.push(job);
      return respond(job, earlier);
    };
  const handlers: JobHandlers = {
    'run-day': record('run-day'),
    'settle-event': record('settle-event'),
    'recheck-settled': record('recheck-settled'),
    'look-up-control': record('look-up-control'),
    audit: record('audit'),
    reconcile: record('reconcile'),
    'publish-dataset': record('publish-dataset'),
  };
  return { jobs, handlers, names: () => jobs.map(({ name }) => name) };
}

/** The catalogue with waits between attempts that are short enough for a test. */
export const quickCatalogue: JobCatalogue = {
  'run-day': { ...jobCatalogue['run-day'], retryDelayMs: 20 },
  'settle-event': { ...jobCatalogue['settle-event'], retryDelayMs: 20 },
  'recheck-settled': { ...jobCatalogue['recheck-settled'], retryDelayMs: 20 },
  'look-up-control': { ...jobCatalogue['look-up-control'], retryDelayMs: 20 },
  audit: { ...jobCatalogue.audit, retryDelayMs: 20 },
  reconcile: { ...jobCatalogue.reconcile, retryDelayMs: 20 },
  'publish-dataset': { ...jobCatalogue['publish-dataset'], retryDelayMs: 20 },
};

/** A logger that keeps its messages. */
export function createRecordingLogger(): { readonly logger: WorkerLogger; readonly messages: string[] } {
  const messages: string[] = [];
  const note = (_fields: object, message: string): void => void messages.push(message);
  return { logger: { debug: note, warn: note, error: note }, messages };
}
