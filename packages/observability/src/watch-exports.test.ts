import { expect, test } from 'vitest';
import { createOutageWatch, watchExports } from './watch-exports.ts';

type Result = { readonly code: number; readonly error?: Error };

/** An exporter that ends as it is told, with what is logged of it and what its owner was told. */
function startWatched() {
  const lines: string[] = [];
  const told: Result[] = [];
  const ends: Result[] = [];
  const write = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
  const exporter = {
    export: (_items: readonly string[], done: (result: Result) => void): void => done(ends.shift() ?? { code: 0 }),
  };
  const watched = watchExports(exporter, createOutageWatch({ warn: write, info: write }));
  const send = (result: Result): void => {
    ends.push(result);
    watched.export(['span'], (end) => void told.push(end));
  };
  return { lines, told, send };
}

test('an outage is two lines, however long it lasts: its beginning and its end', () => {
  const { lines, send } = startWatched();
  send({ code: 0 });
  expect(lines).toEqual([]);
  const error = new Error('connect https://u:hush@r.example failed');
  for (let again = 0; again < 5; again += 1) send({ code: 1, error });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('connect https://[redacted]@r.example failed');
  send({ code: 0 });
  send({ code: 0 });
  expect(lines).toHaveLength(2);
  send({ code: 1 });
  expect(lines).toHaveLength(3);
});

test('the owner of an exporter is told what happened as before', () => {
  const { told, send } = startWatched();
  const error = new Error('down');
  send({ code: 1, error });
  send({ code: 0 });
  expect(told).toEqual([{ code: 1, error }, { code: 0 }]);
});
