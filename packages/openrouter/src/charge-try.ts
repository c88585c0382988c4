import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Completion } from './completion.ts';
import type { Reservation } from './reservation.ts';

/** Runs one try, for which its cost is set aside if a budget asks for it, and books what it cost however it ends. */
export async function chargeTry(
  reserveTry: (() => Reservation) | undefined,
  run: () => Promise<Completion>,
): Promise<Completion> {
  const reservation = reserveTry?.();
  try {
    const completion = await run();
    reservation?.settle(completion.usage.costMicroDollars);
    return completion;
  } catch (error) {
    reservation?.settle(readFailureCost(error));
    throw error;
  }
}

/** A failure that OpenRouter reports is billed as it says, if at all. One that broke off may have been billed in full. */
function readFailureCost(error: unknown): number | null {
  if (!isAppError(error)) return null;
  return error.costMicroDollars ?? (error.httpStatus === null ? null : 0);
}
