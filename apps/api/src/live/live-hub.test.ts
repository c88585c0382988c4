import { expect, onTestFinished, test, vi } from 'vitest';
import { createLiveHub, HEARTBEAT_MS, LIVE_LIMITS, type LiveReader } from './live-hub.ts';
import type { LiveMessage } from './live-message.ts';

const STRANGER = '203.0.113.9';
const NOW = '2026-03-03T20:00:00.000Z';

function describeChange(revision: number, number = 0): LiveMessage {
  return { id: `${revision}.0.${number}`, event: { type: 'revision', revision, changed_at: NOW } };
}

function createReader() {
  const seen: string[] = [];
  let isEnded = false;
  const reader: LiveReader = {
    send: ({ id }) => void seen.push(id),
    beat: () => void seen.push('beat'),
    end: () => void (isEnded = true),
  };
  return { reader, seen, isEnded: () => isEnded };
}

function openHub() {
  const hub = createLiveHub(describeChange(10));
  onTestFinished(() => hub.close());
  const join = (lastEventId: string | null) => {
    const { reader, seen } = createReader();
    hub.join(reader, { address: STRANGER, lastEventId });
    return seen;
  };
  return { hub, join };
}

test('a newcomer begins with the state of the data and then gets everything that happens', () => {
  const { hub, join } = openHub();
  const seen = join(null);
  hub.publish([describeChange(11, 0), describeChange(11, 1)]);
  expect(seen).toEqual(['10.0.0', '11.0.0', '11.0.1']);
});

test.each([
  ['10.0.0', ['11.0.0', '11.0.1', '12.0.0']],
  ['11.0.0', ['11.0.1', '12.0.0']],
  ['11.0.1', ['12.0.0']],
  ['12.0.0', []],
])('who comes back after %s gets what it missed', (lastEventId, expected) => {
  const { hub, join } = openHub();
  hub.publish([describeChange(11, 0), describeChange(11, 1)]);
  hub.publish([describeChange(12)]);
  expect(join(lastEventId)).toEqual(expected);
});

test.each(['9.0.0', '', 'x', '1.2', '11.0.0; drop', '-1.0.0', '9'.repeat(40)])(
  'who comes back after %j, which is too long ago or no id of ours, begins anew',
  (lastEventId) => {
    const { hub, join } = openHub();
    hub.publish([describeChange(11)]);
    expect(join(lastEventId)).toEqual(['11.0.0']);
  },
);

test('who was away for longer than messages are kept begins anew', () => {
  const { hub, join } = openHub();
  for (let revision = 11; revision <= 400; revision += 1) hub.publish([describeChange(revision)]);
  expect(join('11.0.0')).toEqual(['400.0.0']);
  expect(join('398.0.0')).toEqual(['399.0.0', '400.0.0']);
});

test('who left gets nothing any more', () => {
  const { hub } = openHub();
  const { reader, seen } = createReader();
  hub.join(reader, { address: STRANGER, lastEventId: null })();
  hub.publish([describeChange(11)]);
  expect(seen).toEqual(['10.0.0']);
});

test('an address has so many connections and no more, until it closes one', () => {
  const { hub } = openHub();
  const leave = Array.from({ length: LIVE_LIMITS.perAddress }, () => {
    hub.admit(STRANGER);
    return hub.join(createReader().reader, { address: STRANGER, lastEventId: null });
  });
  expect(() => hub.admit(STRANGER)).toThrow(expect.objectContaining({ statusCode: 429 }));
  hub.admit('203.0.113.10');
  hub.admit('127.0.0.1');
  leave[0]?.();
  expect(() => hub.admit(STRANGER)).not.toThrow();
});

test('a process has so many connections and no more', () => {
  const hub = createLiveHub(describeChange(1), { perAddress: 5, inAll: 1 });
  onTestFinished(() => hub.close());
  hub.join(createReader().reader, { address: '127.0.0.1', lastEventId: null });
  expect(() => hub.admit('127.0.0.1')).toThrow(expect.objectContaining({ statusCode: 503 }));
});

test('everybody gets a beat every 25 seconds, and nobody after the hub was closed', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const hub = createLiveHub(describeChange(1));
  const { reader, seen, isEnded } = createReader();
  hub.join(reader, { address: STRANGER, lastEventId: null });
  vi.advanceTimersByTime(2 * HEARTBEAT_MS);
  expect(seen).toEqual(['1.0.0', 'beat', 'beat']);
  hub.close();
  vi.advanceTimersByTime(HEARTBEAT_MS);
  expect([seen.length, isEnded()]).toEqual([3, true]);
  expect(() => hub.admit('127.0.0.1')).toThrow(expect.objectContaining({ statusCode: 503 }));
});
