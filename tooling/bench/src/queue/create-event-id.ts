import { randomBytes } from 'node:crypto';

/** An id that no job has used before. */
export function createEventId(): string {
  return randomBytes(12).toString('hex');
}
