/** The services of the simulator, with the endpoints that faults and latencies can be narrowed to. */
export const kalshiEndpoints = [
  '/events',
  '/events/:ticker',
  '/markets',
  '/markets/:ticker',
  '/historical/cutoff',
  '/historical/markets/:ticker',
  '/series',
  '/series/:ticker',
  '/exchange/status',
] as const;

export const openRouterEndpoints = ['/chat/completions', '/models'] as const;

export const exaEndpoints = ['/answer'] as const;

export const serviceNames = ['kalshi', 'openrouter', 'exa'] as const;
export type ServiceName = (typeof serviceNames)[number];
