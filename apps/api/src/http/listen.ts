import { AppError } from '@coliseum/domain/errors/app-error';
import type { FastifyInstance } from 'fastify';

/**
 * Listens on the port of all interfaces (0: any free one) and returns the local address.
 * Throws {@link AppError} `PORT_IN_USE` when another process uses it.
 */
export async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    await server.listen({ host: '0.0.0.0', port });
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
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
