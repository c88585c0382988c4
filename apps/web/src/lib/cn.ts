import { clsx, type ClassValue } from 'clsx';

/** Joins class names and drops falsy ones. */
export function cn(...values: readonly ClassValue[]): string {
  return clsx(...values);
}
