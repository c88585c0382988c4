import { assertNever } from '@coliseum/domain/assert';
import { findDecisiveCloseTime } from './decisive-close-time.ts';
import type { KalshiMarket } from './market.ts';

/**
 * Why nothing may be bet on the market any more, or null. A market is over once its result can be known: when the
 * exchange says so in any of its words, or its close, which may have moved forward, has passed. A halt is no end. A
 * status that is not known here may be one.
 */
export function explainOver(market: KalshiMarket, at: Date): string | null {
  switch (market.status) {
    case 'closed':
    case 'determined':
    case 'disputed':
    case 'amended':
    case 'finalized':
      return market.status;
    case 'unknown':
      return 'in a status that is not known here';
    case 'initialized':
    case 'active':
    case 'inactive':
      return explainByFacts(market, at);
    default:
      return assertNever(market.status);
  }
}

function explainByFacts(market: KalshiMarket, at: Date): string | null {
  const { result } = market;
  if (result === 'yes' || result === 'no' || result === 'scalar') return `decided (${result})`;
  const closesAt = findDecisiveCloseTime(market);
  return closesAt <= at ? `closed at ${closesAt.toISOString()}` : null;
}
