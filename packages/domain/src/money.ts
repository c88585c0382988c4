import { z } from 'zod';

/** Money: whole US cents, may be negative. Never a float, never dollars. */
export const Cents = z.int();
export type Cents = number;

/** Cents as a plain decimal of dollars with two places: `-123456` → `"-1234.56"`. */
export function centsToDecimal(cents: number): string {
  const absolute = Math.abs(cents);
  const sign = cents < 0 ? '-' : '';
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}

/** Cents as a number of dollars, for the wire shapes that ask for one; exact to the cent, not for arithmetic. */
export function centsToDollars(cents: number): number {
  return Number(centsToDecimal(cents));
}

/** Cents for reading: `-633600` → `"−$6,336.00"` (U+2212, thousands separated). */
export function formatCents(cents: number): string {
  const [dollars, rest] = centsToDecimal(Math.abs(cents)).split('.');
  const grouped = (dollars ?? '0').replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${cents < 0 ? '\u2212' : ''}$${grouped}.${rest ?? '00'}`;
}
