import { formatCents } from '@coliseum/domain/money';

const MINUS = '\u2212';

function formatWholeDollars(cents: number): string {
  const dollars = Math.round(Math.abs(cents) / 100);
  return `$${String(dollars).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}

/** A balance in a table: cents to whole dollars, `10453149` → `$104,531`. */
export function formatDollars(cents: number): string {
  const text = formatWholeDollars(cents);
  return cents < 0 && text !== '$0' ? `${MINUS}${text}` : text;
}

/** A gain or loss in a table: whole dollars, signed unless zero. */
export function formatSignedDollars(cents: number): string {
  const text = formatWholeDollars(cents);
  if (text === '$0') return text;
  return `${cents < 0 ? MINUS : '+'}${text}`;
}

/** A gain or loss in a bet's own record: to the cent, `165000` → `+$1,650.00`. */
export function formatSignedCents(cents: number): string {
  return cents > 0 ? `+${formatCents(cents)}` : formatCents(cents);
}

/** The cost of a call: millionths of a dollar to four decimals, `21800` → `$0.0218`. */
export function formatMicroDollars(microDollars: number): string {
  return `$${(microDollars / 1_000_000).toFixed(4)}`;
}
