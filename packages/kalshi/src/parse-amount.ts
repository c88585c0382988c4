import { MICROS_PER_UNIT, parseMicros } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';

const COUNT = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/;

/** A dollar string from 0 to 1 as micros. Absent or empty is null; anything else that is not a price is a failure. */
export function parsePriceMicros(text: string | null | undefined): Result<number | null, 'not a price from 0 to 1'> {
  if (text === null || text === undefined || text === '') return success(null);
  const parsed = parseMicros(text);
  return parsed.ok && parsed.value <= MICROS_PER_UNIT ? parsed : failure('not a price from 0 to 1');
}

/** A count of contracts as hundredths of one: `"271926.68"` → `27192668`. Absent is 0. */
export function parseCountHundredths(text: string | null | undefined): Result<number, 'not a count with two places'> {
  if (text === null || text === undefined || text === '') return success(0);
  const match = COUNT.exec(text);
  if (!match) return failure('not a count with two places');
  const [, whole = '0', fraction = ''] = match;
  return success(Number(whole) * 100 + Number(fraction.padEnd(2, '0')));
}
