import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeEventRow } from '#web/testing/make-event.ts';
import { MatchTag } from './match-tag.tsx';

const BEFORE_CLOSE = '2026-11-18T18:00:00.000Z';
const AFTER_CLOSE = '2026-11-18T21:00:00.000Z';

const renderText = (changes: Parameters<typeof makeEventRow>[0], now = AFTER_CLOSE) =>
  renderToStaticMarkup(<MatchTag event={makeEventRow(changes)} now={now} />).replace(/<[^>]+>/g, '');

test('a match is open until its close, then closed or delayed until it settles', () => {
  expect(renderText({}, BEFORE_CLOSE)).toBe('Open');
  expect(renderText({}, AFTER_CLOSE)).toBe('Closed');
  expect(renderText({ status: 'waiting_settlement' })).toBe('Closed');
  expect(renderText({ status: 'delayed' })).toBe('Delayed');
});

test('YES, NO, void and fractional outcomes each have their own badge', () => {
  expect(renderText({ status: 'settled', outcome: 'YES' })).toBe('Final: YES');
  expect(renderText({ status: 'settled', outcome: 'NO' })).toBe('Final: NO');
  expect(renderText({ status: 'settled', outcome: 'VOID' })).toBe('Void: stakes returned');
  expect(renderText({ status: 'settled', outcome: 'FRACTIONAL', settlement_value: '0.50' })).toBe(
    'Final: YES paid 50¢',
  );
});
