import { assertNever } from '@coliseum/domain/assert';
import type { RandomSource } from '../invented/random-source.ts';
import type { Latency } from './latency-rule.ts';

/** One delay of a distribution, in milliseconds. */
export function drawLatencyMs(random: RandomSource, latency: Latency): number {
  switch (latency.kind) {
    case 'fixed':
      return latency.ms;
    case 'uniform':
      return random.between(latency.minMs, latency.maxMs);
    case 'lognormal':
      return Math.min(latency.maxMs, latency.medianMs * Math.exp(latency.sigma * random.normal()));
    default:
      return assertNever(latency);
  }
}
