import { expect, test } from 'vitest';
import { createOutageWatch, watchExports } from './watch-exports.ts';

type Result = { readonly code: number; readonly error?: Error };

/** An exporter whose results the test decides, with the log lines and the results its owner received. */
function startWatched() {
  const lines: string[] = [];
  const received: Result[] = [];
  const upcoming: Result[] = [];
  const write = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
  const exporter = {
    export: (_items: readonly string[], done: (result: Result) => void): void => done(upcoming.shift() ?? { code: 0 }),
  };
  const watched = watchExports(exporter, createOutageWatch({ warn: write, info: write }));
  const send = (result: Result): void => {
    upcoming.push(result);
    watched.export(['span'], (end) => void received.push(end));
  };
  return { lines, received, send };
}

test('an outage is logged once when it begins and once when it ends, however long it lasts', () => {
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

test('the owner of an exporter still receives every result', () => {
  const { received, send } = startWatched();
  const error = new Error('down');
  send({ code: 1, error });
  send({ code: 0 });
  expect(received).toEqual([{ code: 1, error }, { code: 0 }]);
});
