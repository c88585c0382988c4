import { z } from 'zod';
import { exaEndpoints, kalshiEndpoints, openRouterEndpoints, serviceNames } from './endpoints.ts';

const Milliseconds = z.number().min(0).max(600_000);

/** How long answers take, in real milliseconds. */
const Latency = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), ms: Milliseconds }),
  z
    .strictObject({ kind: z.literal('uniform'), minMs: Milliseconds, maxMs: Milliseconds })
    .refine(({ minMs, maxMs }) => minMs <= maxMs, 'minMs is more than maxMs.'),
  z.strictObject({
    kind: z.literal('lognormal'),
    medianMs: Milliseconds,
    /** Deviation of the logarithm: at 0.5 two thirds lie between 0.6 and 1.6 medians. */
    sigma: z.number().min(0).max(3),
    /** The maximum. */
    maxMs: Milliseconds.default(60_000),
  }),
]);
export type Latency = z.infer<typeof Latency>;

/** How long which calls take. */
export const LatencyRule = z
  .strictObject({
    service: z.enum(serviceNames),
    endpoint: z.enum([...kalshiEndpoints, ...openRouterEndpoints, ...exaEndpoints]).optional(),
    model: z.string().min(1).optional(),
    latency: Latency,
  })
  .readonly();
export type LatencyRule = z.infer<typeof LatencyRule>;
