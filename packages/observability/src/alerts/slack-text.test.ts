import { expect, test } from 'vitest';
import { formatSlackText } from './slack-text.ts';

test('the title is bold and on one line, the text keeps its lines', () => {
  expect(formatSlackText({ title: 'Match day\n2026-03-02 failed', text: 'Seen: one.\nType: two.' })).toBe(
    '*Match day 2026-03-02 failed*\nSeen: one.\nType: two.',
  );
});

test('text from outside can neither link nor call a channel', () => {
  expect(formatSlackText({ title: 'S&P > 5000', text: '<!channel> <https://evil.example|click> &lt;' })).toBe(
    '*S&amp;P &gt; 5000*\n&lt;!channel&gt; &lt;https://evil.example|click&gt; &amp;lt;',
  );
});

test('a long text is cut before it is escaped, never in the middle of an entity', () => {
  const text = formatSlackText({ title: 'Long', text: '<'.repeat(5_000) });
  expect(text.endsWith('&lt; …')).toBe(true);
  expect(text.replaceAll('&lt;', '').length).toBe('*Long*\n …'.length);
});
