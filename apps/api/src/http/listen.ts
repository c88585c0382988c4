import { AppError } from '@coliseum/domain/errors/app-error';
import type { FastifyInstance } from 'fastify';

/**
 * Opens the port on all interfaces (0: any free one) and returns the address on this machine.
 * Throws {@link AppError} `PORT_IN_USE` when another process has it.
 */
export async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    await server.listen({ host: '0.0.0.0', port });
  } catch (cause) {
    if (!isAddressInUse(cause)) throw cause;
    throw new AppError({
      code: 'PORT_IN_USE',
      message: `Port ${port} is taken. Stop what uses it, or set API_PORT to another port.`,
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
