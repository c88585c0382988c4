import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate } from './paginate.ts';

test('following the cursor to its end visits every item once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (items, limit) => {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = paginate(items, limit, cursor);
        if (!page.ok) return false;
        seen.push(...page.value.items);
        cursor = page.value.cursor;
      } while (cursor !== '');
      expect(seen).toEqual(items);
      return true;
    }),
  );
});

test('an empty cursor is the first page, and one that was never handed out is refused', () => {
  expect(paginate([1, 2], 1, '')).toMatchObject({ ok: true, value: { items: [1] } });
  expect(paginate([1, 2], 1, 'nonsense')).toEqual({ ok: false, error: 'invalid cursor' });
});
