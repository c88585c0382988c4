import { failure, success, type Result } from '@coliseum/domain/result';

type Page<T> = { readonly items: readonly T[]; readonly cursor: string };

const OFFSET = /^offset:(\d{1,9})$/;

/** One page of a list, with Kalshi's opaque cursor: `""` after the last page. */
export function paginate<T>(
  items: readonly T[],
  limit: number,
  cursor: string | undefined,
): Result<Page<T>, 'invalid cursor'> {
  const offset = cursor ? readOffset(cursor) : 0;
  if (offset === null) return failure('invalid cursor');
  const end = offset + limit;
  return success({ items: items.slice(offset, end), cursor: end < items.length ? toCursor(end) : '' });
}

/** The cursor of the page that begins at an offset. */
export function toCursor(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64url');
}

/** The offset in a cursor, or null when it is not one of ours. */
export function readOffset(cursor: string): number | null {
  const [, digits] = OFFSET.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  return digits === undefined ? null : Number(digits);
}
