import type { EventView } from '@coliseum/api/views/event-view';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeEvent } from '#web/testing/make-event.ts';
import { EventTimeline } from './event-timeline.tsx';
import { ReceiptLine } from './receipt-line.tsx';

const renderSteps = (changes: Partial<EventView>) =>
  [...renderToStaticMarkup(<EventTimeline event={makeEvent(changes)} />).matchAll(/<span>([^<]+)<\/span>/g)].map(
    ([, text]) => text,
  );

const settled = { status: 'settled', outcome: 'NO', settled_at: '2026-11-18T22:00:00.000Z' } as const;

test('the timeline of an open match ends with its close, of a settled one with its outcome', () => {
  expect(renderSteps({}).at(-1)).toContain('Market closes');
  expect(renderSteps(settled).at(-1)).toMatch(/^Settled, .*: NO\.$/);
});

test('a match that the operator declared void says why, and still does when the exchange decides later', () => {
  const voided = { ...settled, outcome: 'VOID', void_reason: 'The exchange removed the market.' } as const;
  expect(renderSteps(voided).at(-1)).toMatch(
    /^Declared void by the arena, .*: The exchange removed the market\. Every stake was returned\.$/,
  );
  const amendment = {
    at: '2026-11-21T02:00:00.000Z',
    previous_outcome: 'VOID',
    previous_settlement_value: null,
  } as const;
  const steps = renderSteps({ ...voided, outcome: 'YES', amendments: [amendment] });
  expect(steps.at(-2)).toContain('The exchange removed the market.');
  expect(steps.at(-1)).toMatch(/^Amended, .*: YES\./);
});

test('an amended outcome follows the one it replaced', () => {
  const amendment = {
    at: '2026-11-21T02:00:00.000Z',
    previous_outcome: 'YES',
    previous_settlement_value: '1.00',
  } as const;
  const steps = renderSteps({ ...settled, amendments: [amendment] });
  expect(steps.at(-2)).toMatch(/^Settled, .*: YES\.$/);
  expect(steps.at(-1)).toMatch(/^Amended, .*: NO\./);
});

test('the receipt shows its first digits and carries all of them', () => {
  const sha256 = 'abcdef012345'.padEnd(64, '9');
  const html = renderToStaticMarkup(<ReceiptLine receipt={{ sequence: 12, sha256, previous_sha256: null }} />);
  expect(html).toContain(`<code title="${sha256}">abcdef012345…</code>`);
  expect(renderToStaticMarkup(<ReceiptLine receipt={null} />)).toBe('');
});
