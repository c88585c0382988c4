import { createExaClient } from '@coliseum/exa/client';
import type { Sleep } from '@coliseum/http/sleep';
import { createKalshiClient } from '@coliseum/kalshi/client';
import type { Telemetry } from '@coliseum/observability/telemetry';
import { createOpenRouterClient } from '@coliseum/openrouter/client';
import { traceExa, traceKalshi, traceOpenRouter } from '../telemetry/trace-clients.ts';
import type { ArenaContext } from './arena-context.ts';
import type { ServiceEndpoints } from './service-endpoints.ts';

type ClientDependencies = { readonly sleep: Sleep; readonly telemetry: Telemetry };

/** Creates the clients of the three services, with every call traced. */
export function createClients(
  { sleep, telemetry }: ClientDependencies,
  { kalshi, openRouter, exa }: ServiceEndpoints,
): Pick<ArenaContext, 'kalshi' | 'openRouter' | 'exa'> {
  const tracing = { telemetry, monotonicMs: () => performance.now() };
  return {
    kalshi: traceKalshi(tracing, createKalshiClient({ baseUrls: kalshi.baseUrls, ...kalshi.pace, sleep })),
    openRouter: traceOpenRouter(
      tracing,
      createOpenRouterClient({ apiKey: openRouter.apiKey, baseUrl: openRouter.baseUrl, sleep }),
    ),
    exa: traceExa(tracing, createExaClient({ apiKey: exa.apiKey, baseUrl: exa.baseUrl, ...exa.pace, sleep })),
  };
}
