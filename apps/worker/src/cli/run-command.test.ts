import { AppError } from '@coliseum/domain/errors/app-error';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

function recordOutput(json: boolean) {
  const written = { stdout: '', stderr: '' };
  const output = {
    json,
    stdout: (text: string) => void (written.stdout += text),
    stderr: (text: string) => void (written.stderr += text),
  };
  return { written, output };
}

test('prints text by default and one JSON object with --json', async () => {
  const answer = () => Promise.resolve({ data: { days: 3 }, text: 'three days' });
  const people = recordOutput(false);
  const programs = recordOutput(true);
  expect([await runCommand(people.output, answer), await runCommand(programs.output, answer)]).toEqual([0, 0]);
  expect([people.written.stdout, programs.written.stdout]).toEqual(['three days\n', '{"days":3}\n']);
});

test('text reaches a terminal without its escape sequences', async () => {
  const { output, written } = recordOutput(false);
  await runCommand(output, () =>
    Promise.resolve({ data: {}, text: '\u001b[2J\u001b]0;x\u0007Rain\n  no\u009b1m wind' }),
  );
  expect(written.stdout).toBe(']0;xRain\n  no wind\n');
});

test('a result that is not in order is printed with exit code 1', async () => {
  const { output, written } = recordOutput(true);
  expect(await runCommand(output, () => Promise.resolve({ data: { ok: false }, text: '', isInOrder: false }))).toBe(1);
  expect(JSON.parse(written.stdout)).toEqual({ ok: false });
});

test('an operational fault is printed with its code and message, as text and as JSON', async () => {
  const { output, written } = recordOutput(true);
  const failing = () =>
    Promise.reject(new AppError({ code: 'BATCH_EXISTS', message: 'played', details: { date: '2026-03-02' } }));
  expect(await runCommand(output, failing)).toBe(1);
  expect(JSON.parse(written.stdout)).toEqual({
    error: { code: 'BATCH_EXISTS', message: 'played', details: { date: '2026-03-02' } },
  });
  expect(written.stderr).toBe('BATCH_EXISTS: played\n');
});

test('the stack of an unexpected error is never printed on stdout', async () => {
  const { output, written } = recordOutput(true);
  expect(await runCommand(output, () => Promise.reject(new Error('secret detail')))).toBe(1);
  expect(written.stdout).not.toContain('secret detail');
  expect(written.stderr).toContain('secret detail');
});
