import { type Dispatcher, request } from 'undici';
import { toRatePerSecond } from '../measure-rate.ts';
import type { Route } from './routes.ts';

export type LoadOptions = {
  /** How many requests are under way at the same time. */
  readonly concurrency: number;
  readonly durationMs: number;
};

/** Sends requests for a while, each as soon as one before is answered, and returns the answers per second. */
export async function sendRequests(route: Route, load: LoadOptions, dispatcher: Dispatcher): Promise<number> {
  let sent = 0;
  const startedAt = performance.now();
  const isTimeLeft = (): boolean => performance.now() - startedAt < load.durationMs;
  const sendInTurn = async (): Promise<void> => {
    while (isTimeLeft()) await send(route, sent++, dispatcher);
  };
  await Promise.all(Array.from({ length: load.concurrency }, sendInTurn));
  return toRatePerSecond(sent, performance.now() - startedAt);
}

async function send(route: Route, index: number, dispatcher: Dispatcher): Promise<void> {
  const { url, ...options } = route.requestAt(index);
  const { statusCode, body } = await request(url, { ...options, dispatcher });
  const answer = await body.arrayBuffer();
  if (statusCode === 200) return;
  throw new Error(`${url} answered ${statusCode}: ${Buffer.from(answer).toString('utf8').slice(0, 200)}`);
}
