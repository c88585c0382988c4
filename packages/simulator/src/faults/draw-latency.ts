import { assertNever } from '@coliseum/domain/assert';
import type { Draw } from '../invented/draw.ts';
import type { Latency } from './latency-rule.ts';

/** One delay of a distribution, in milliseconds. */
export function drawLatencyMs(draw: Draw, latency: Latency): number {
  switch (latency.kind) {
    case 'fixed':
      return latency.ms;
    case 'uniform':
      return draw.between(latency.minMs, latency.maxMs);
    case 'lognormal':
      return Math.min(latency.maxMs, latency.medianMs * Math.exp(latency.sigma * draw.normal()));
    default:
      return assertNever(latency);
  }
}
