import { existsSync, readFileSync } from 'node:fs';
import { AlertKind } from '@coliseum/domain/alert';
import { expect, test } from 'vitest';
import { draftAlert } from './alert-draft.ts';

const ROOT = new URL('../../../../', import.meta.url);

test.each([
  ['docs/observability.md', '## Alerts'],
  ['docs/runbooks/README.md', '## When an alert comes'],
])('%s lists every kind of alert, and no other', (document, heading) => {
  const [, section = ''] = readFileSync(new URL(document, ROOT), 'utf8').split(`\n${heading}\n`);
  const [table = ''] = section.split('\n## ');
  expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, kind]) => kind)).toEqual(AlertKind.options);
});

test.each(AlertKind.options)('the runbook that an alert of %s names is there', (kind) => {
  const { text } = draftAlert({ kind, subject: 'x', title: '', whatHappened: '', impact: '', action: '' });
  const [runbook = 'none'] = /docs\/runbooks\/[\w-]+\.md$/.exec(text) ?? [];
  expect(existsSync(new URL(runbook, ROOT))).toBe(true);
});
