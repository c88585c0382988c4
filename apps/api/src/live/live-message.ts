import type { LiveEvent } from '../views/live-view.ts';

/** An event with its place in the order of all events. */
export type LiveMessage = { readonly id: string; readonly event: LiveEvent };

/** Revision, progress revision and number: the same in every process that serves the same database. */
type Position = readonly [revision: number, progressRevision: number, number: number];

const POSITION = /^(\d{1,15})\.(\d{1,15})\.(\d{1,6})$/;

export function formatPosition(position: Position): string {
  return position.join('.');
}

/** Null for an id that no process of ours gave out. */
function parsePosition(id: string): Position | null {
  const [, revision, progressRevision, number] = POSITION.exec(id) ?? [];
  return number === undefined ? null : [Number(revision), Number(progressRevision), Number(number)];
}

/** Negative if `id` comes before `other`, positive after it, 0 at the same place; null for an id that is none. */
export function comparePositions(id: string, other: string): number | null {
  const [a, b] = [parsePosition(id), parsePosition(other)];
  if (a === null || b === null) return null;
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
