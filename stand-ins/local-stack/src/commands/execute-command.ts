import { LockedByTransaction } from '../sessions/write-access.ts';
import type { Document } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import type { Connection } from '../wire/wire-server.ts';
import { readCountArgument } from './arguments.ts';
import type { Reply } from './command.ts';
import type { Engine } from './engine.ts';
import { runCommand } from './run-command.ts';

/** Runs one command and answers as MongoDB would, errors included. */
export async function executeCommand(engine: Engine, command: Document, connection: Connection): Promise<Reply> {
  try {
    const maxTimeMs = readCountArgument(command, 'maxTimeMS') ?? 0;
    const deadline = maxTimeMs === 0 ? undefined : performance.now() + maxTimeMs;
    // `$$NOW` is when the command arrived, also when it had to wait. Source: manual, "Aggregation Variables".
    const arrivedAt = engine.now();
    const arrived = { ...engine, now: () => arrivedAt };
    for (;;) {
      try {
        return runCommand(arrived, command, connection);
      } catch (error) {
        if (!(error instanceof LockedByTransaction)) throw error;
        await waitUntil(error.ended, deadline);
      }
    }
  } catch (error) {
    return buildErrorReply(error instanceof CommandError ? error : toInternalError(error));
  }
}

async function waitUntil(ended: Promise<void>, deadline: number | undefined): Promise<void> {
  if (deadline === undefined) return ended;
  const expired = new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(expired), Math.max(0, deadline - performance.now()));
  try {
    await Promise.race([ended, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A fault of the endpoint itself, reported to the client as MongoDB reports its own. */
function toInternalError(error: unknown): CommandError {
  return new CommandError('InternalError', error instanceof Error ? error.message : String(error));
}

function buildErrorReply(error: CommandError): Document {
  const labels = error.labels.length > 0 ? { errorLabels: error.labels } : {};
  return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra, ...labels };
}
