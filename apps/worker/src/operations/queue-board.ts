import { createBullBoard } from '@bull-board/api';
import { FastifyAdapter } from '@bull-board/fastify';
import type { BoardQueue } from '@coliseum/queue/open-board-queue';
import type { FastifyInstance } from 'fastify';
import { createOperatorAccess } from './operator-access.ts';

const BOARD_PATH = '/queues';

type QueueBoardOptions = Parameters<typeof createOperatorAccess>[0] & { readonly queue: BoardQueue };

/** Registers Bull Board under `/queues`. The page, its files and its data all require the token. */
export async function registerQueueBoard(
  server: FastifyInstance,
  { queue, ...access }: QueueBoardOptions,
): Promise<void> {
  const board = new FastifyAdapter().setBasePath(BOARD_PATH);
  createBullBoard({
    queues: [queue.adapter],
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Coliseum' } },
  });
  await server.register(async (guarded) => {
    guarded.addHook('onRequest', createOperatorAccess(access));
    await guarded.register(board.registerPlugin(), { prefix: BOARD_PATH });
  });
}
