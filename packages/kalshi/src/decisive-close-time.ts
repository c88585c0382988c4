import type { KalshiMarket } from './market.ts';

/**
 * When betting on the market really ends: the earlier of the listed close and the expected expiration. Game markets
 * list a close two weeks after the game, so that a postponed one fits in; the result is known long before.
 */
export function findDecisiveCloseTime({
  closeTime,
  expectedExpirationTime,
}: Pick<KalshiMarket, 'closeTime' | 'expectedExpirationTime'>): Date {
  if (!expectedExpirationTime) return closeTime;
  return expectedExpirationTime.getTime() < closeTime.getTime() ? expectedExpirationTime : closeTime;
}
