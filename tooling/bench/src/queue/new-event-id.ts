import { randomBytes } from 'node:crypto';

/** An id that no job had before. */
export function newEventId(): string {
  return randomBytes(12).toString('hex');
}
