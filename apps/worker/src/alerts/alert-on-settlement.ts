import { toMatchDate } from '@coliseum/domain/match-date';
import type { ArenaContext } from '../arena/arena-context.ts';
import type { AlertContext } from './alert-context.ts';
import { collectKalshiFailures } from './collect-kalshi-failures.ts';
import { buildContradictionAlert } from './contradiction-alert.ts';
import { buildKalshiAlert } from './kalshi-alert.ts';

/**
 * Settles, or asks the exchange again, through `settle`, and tells operators what they have to know afterwards. Returns
 * and throws what `settle` does.
 */
export async function alertOnSettlement<T>(
  { context, alerts }: AlertContext,
  settle: (context: ArenaContext) => Promise<T>,
): Promise<T> {
  const { kalshi, failures, contradictions } = collectKalshiFailures(context.kalshi);
  try {
    return await settle({ ...context, kalshi });
  } catch (error) {
    await alerts.noticeError(error);
    throw error;
  } finally {
    const alert = buildKalshiAlert(toMatchDate(context.clock.now()), failures());
    await alerts.raise([...(alert === null ? [] : [alert]), ...contradictions().map(buildContradictionAlert)]);
  }
}
