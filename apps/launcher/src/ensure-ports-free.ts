import { once } from 'node:events';
import { createServer } from 'node:net';
import { AppError } from '@coliseum/domain/errors/app-error';

/** Both are tried, because some systems let two programs listen on the same port at different addresses. */
const listenedAddresses = ['::', '127.0.0.1'];

/**
 * Makes sure that the ports are free before anything is started.
 *
 * @param ports the port set by each variable
 * @throws AppError PORT_IN_USE that names the variable to change
 */
export async function ensurePortsFree(ports: Readonly<Record<string, number>>): Promise<void> {
  const usedBy = new Map<number, string>();
  for (const [variable, port] of Object.entries(ports)) {
    const other = usedBy.get(port);
    if (other !== undefined) throw createPortError(variable, port, `is already used for ${other}`);
    usedBy.set(port, variable);
    await ensurePortFree(variable, port);
  }
}

async function ensurePortFree(variable: string, port: number): Promise<void> {
  for (const host of listenedAddresses) {
    const code = await tryToListen(host, port);
    if (code === 'EADDRINUSE') throw createPortError(variable, port, 'is in use by another program');
    if (code === 'EACCES') throw createPortError(variable, port, 'may not be opened by this account');
  }
}

/** The error code of the attempt, or undefined if it succeeded. */
async function tryToListen(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

function createPortError(variable: string, port: number, reason: string): AppError {
  return new AppError({
    code: 'PORT_IN_USE',
    message: `Port ${port} (${variable}) ${reason}. Set ${variable} to a free port.`,
    details: { variable, port },
  });
}
