import { clsx, type ClassValue } from 'clsx';

/** Joins class names and drops what is false. */
export function cn(...values: readonly ClassValue[]): string {
  return clsx(...values);
}
