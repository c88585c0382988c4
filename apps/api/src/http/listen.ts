import { formatLocalUrl } from '@coliseum/config/local-url';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { FastifyInstance } from 'fastify';

type Address = { readonly host: string; readonly port: number };

/**
 * Listens (port 0: any free one) and returns the address for this machine.
 * Throws {@link AppError} `PORT_IN_USE` when another process uses the port.
 */
export async function listen(server: FastifyInstance, { host, port }: Address): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    if (!isAddressInUse(cause)) throw cause;
    throw new AppError({
      code: 'PORT_IN_USE',
      message: `Port ${port} is in use. Stop the program that uses it, or set API_PORT to a free port.`,
      cause,
      details: { port, variable: 'API_PORT' },
    });
  }
  const address = server.server.address();
  return formatLocalUrl(host, typeof address === 'object' && address !== null ? address.port : port);
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
