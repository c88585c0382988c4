import { MICROS_PER_UNIT, parseMicros } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';

const PRICE = /^(\d\.\d{6})0+$/;
const COUNT = /^(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d*))?$/;
const EXPONENT = /^\d(?:\.\d{1,20})?e\+?\d{1,2}$/i;

/**
 * A dollar string from 0 to 1 as micros. Prices move money: absent or empty is null, zeros after the sixth place say
 * nothing, and anything else that is not exactly a price is a failure.
 */
export function parsePriceMicros(text: unknown): Result<number | null, 'not a price from 0 to 1'> {
  if (text === null || text === undefined || text === '') return success(null);
  if (typeof text !== 'string' || text.length > 40) return failure('not a price from 0 to 1');
  const parsed = parseMicros(text.replace(PRICE, '$1'));
  return parsed.ok && parsed.value <= MICROS_PER_UNIT ? parsed : failure('not a price from 0 to 1');
}

/**
 * A count of contracts as hundredths of one, what is smaller cut off: `"271926.6849"` → `27192668`. Counts only rank and
 * are shown: they are read from a number too, with thousands set apart or an exponent, and what is no count at all is
 * null, as is a count that was not sent.
 */
export function parseCountHundredths(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > 40) return null;
  const match = COUNT.exec(text);
  if (match) {
    const [, whole = '0', fraction = ''] = match;
    return Number(whole.replaceAll(',', '')) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  }
  const hundredths = EXPONENT.test(text) ? Math.floor(Number(text) * 100) : Number.NaN;
  return Number.isSafeInteger(hundredths) ? hundredths : null;
}
