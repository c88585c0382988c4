import { expect, test } from 'vitest';
import { runChild } from './run-child.mjs';

const node = (script: string) => ({ file: process.execPath, args: ['-e', script] });

test("a program's exit code and output come back", async () => {
  const ended = await runChild(node('console.log("out"); console.error("err"); process.exitCode = 3'));

  expect(ended.exitCode).toBe(3);
  expect(ended.output).toContain('out\n');
  expect(ended.output).toContain('err\n');
});

test('a program ended by a signal exits with 128 and the number of the signal', async () => {
  const ended = await runChild(node('process.kill(process.pid, "SIGKILL")'));

  expect(ended).toMatchObject({ exitCode: 137, interrupted: false });
});

test('a program that does not exist is named', async () => {
  await expect(runChild({ file: '/nowhere/program', args: [] })).rejects.toThrow('/nowhere/program failed to start');
});
