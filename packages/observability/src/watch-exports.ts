import type { Logger } from './logger.ts';
import { serializeError } from './serialize-error.ts';

type ExportResult = { readonly code: number; readonly error?: Error };
type Exporter<Items> = { export: (items: Items, done: (result: ExportResult) => void) => void };

/** `ExportResultCode.SUCCESS` of OpenTelemetry. */
const SUCCESS = 0;

export type OutageWatch = {
  readonly reportFailure: (error: Error | undefined) => void;
  readonly reportSuccess: () => void;
};

/** Logs only the start and the end of an outage, so that a receiver that is down all night costs two lines. */
export function createOutageWatch(logger: Pick<Logger, 'warn' | 'info'>): OutageWatch {
  let isDown = false;
  return {
    reportFailure: (error) => {
      if (!isDown) logger.warn({ reason: describe(error) }, 'telemetry export failed');
      isDown = true;
    },
    reportSuccess: () => {
      if (isDown) logger.info('telemetry export recovered');
      isDown = false;
    },
  };
}

/** Returns the same exporter, which now reports its results to `outage`. */
export function watchExports<Items, T extends Exporter<Items>>(exporter: T & Exporter<Items>, outage: OutageWatch): T {
  const send = exporter.export.bind(exporter);
  exporter.export = (items, done) => {
    send(items, (result) => {
      if (result.code === SUCCESS) outage.reportSuccess();
      else outage.reportFailure(result.error);
      done(result);
    });
  };
  return exporter;
}

/** The message only: the stack is the exporter's own and the body of the response could be anything. */
function describe(error: Error | undefined): string {
  return error === undefined ? 'no reason given' : serializeError(error).message;
}
