import { expect, test } from 'vitest';
import { formatSlackText } from './slack-text.ts';

test('the title becomes one bold line and the text keeps its line breaks', () => {
  expect(formatSlackText({ title: 'Match day\n2026-03-02 failed', text: 'What happened: one.\nAction: two.' })).toBe(
    '*Match day 2026-03-02 failed*\nWhat happened: one.\nAction: two.',
  );
});

test('text from outside cannot create links or mention a channel', () => {
  expect(formatSlackText({ title: 'S&P > 5000', text: '<!channel> <https://evil.example|click> &lt;' })).toBe(
    '*S&amp;P &gt; 5000*\n&lt;!channel&gt; &lt;https://evil.example|click&gt; &amp;lt;',
  );
});

test('a long text is cut before escaping, so no entity is cut in half', () => {
  const text = formatSlackText({ title: 'Long', text: '<'.repeat(5_000) });
  expect(text.endsWith('&lt; …')).toBe(true);
  expect(text.replaceAll('&lt;', '').length).toBe('*Long*\n …'.length);
});
