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

/** Logs the first failure of an outage and its end: a receiver that is down all night is one line, not a thousand. */
export function createOutageWatch(logger: Pick<Logger, 'warn' | 'info'>): OutageWatch {
  let isDown = false;
  return {
    reportFailure: (error) => {
      if (!isDown) logger.warn({ reason: describe(error) }, 'spans and metrics cannot be sent');
      isDown = true;
    },
    reportSuccess: () => {
      if (isDown) logger.info('spans and metrics are sent again');
      isDown = false;
    },
  };
}

/** The same exporter, with its outcomes told to `outage`. */
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

/** Without the stack: it is the exporter's, and the answer's body could be anything. */
function describe(error: Error | undefined): string {
  return error === undefined ? 'no reason given' : serializeError(error).message;
}
