import { isExemptAddress } from '../http/rate-limit.ts';
import { createRequestError } from '../http/request-error.ts';
import { comparePositions, type LiveMessage } from './live-message.ts';

/** Messages that are kept for whoever was away for a moment: a busy day has a few dozen. */
const MESSAGES_KEPT = 200;
/** Often enough that no proxy takes a connection for dead. */
export const HEARTBEAT_MS = 25_000;

/** Someone who follows the arena. */
export type LiveReader = {
  readonly send: (message: LiveMessage) => void;
  /** Shows that the connection is alive, and lets the reader give up one that is not. */
  readonly beat: () => void;
  readonly end: () => void;
};

export type LiveArrival = {
  readonly address: string;
  /** The last message it has seen, if it was here before. */
  readonly lastEventId: string | null;
};

export type LiveHub = {
  readonly publish: (messages: readonly LiveMessage[]) => void;
  /** Throws `TOO_MANY_REQUESTS` or `SERVICE_UNAVAILABLE` when the address, or the process, has as many readers as it may. */
  readonly admit: (address: string) => void;
  /** Adds a reader, which gets at once what it missed; returns what takes it out again. */
  readonly join: (reader: LiveReader, arrival: LiveArrival) => () => void;
  /** Ends every connection, and refuses new ones. */
  readonly close: () => void;
};

export type LiveLimits = {
  /** Of one address. This machine is exempt: the site forwards its visitors from here. */
  readonly perAddress: number;
  readonly inAll: number;
};

export const LIVE_LIMITS: LiveLimits = { perAddress: 20, inAll: 10_000 };

/** Hands messages to everyone who follows. `current` is the message a newcomer begins with. */
export function createLiveHub(current: LiveMessage, limits: LiveLimits = LIVE_LIMITS): LiveHub {
  const readers = new Map<LiveReader, string>();
  let kept: readonly LiveMessage[] = [];
  let latest = current;
  let lastDropped = current.id;
  let isClosed = false;
  const heartbeat = setInterval(() => readers.forEach((_address, reader) => reader.beat()), HEARTBEAT_MS);
  heartbeat.unref();

  const listMissed = (lastEventId: string | null): readonly LiveMessage[] => {
    const age = lastEventId === null ? null : comparePositions(lastEventId, lastDropped);
    // What was dropped can't be told again: the newcomer has to read everything anew.
    if (lastEventId === null || age === null || age < 0) return [latest];
    return kept.filter(({ id }) => (comparePositions(id, lastEventId) ?? 0) > 0);
  };

  return {
    publish: (messages) => {
      const all = [...kept, ...messages];
      lastDropped = all.at(-MESSAGES_KEPT - 1)?.id ?? lastDropped;
      kept = all.slice(-MESSAGES_KEPT);
      latest = messages.findLast(({ event }) => event.type === 'revision') ?? latest;
      for (const reader of readers.keys()) messages.forEach(reader.send);
    },
    admit: (address) => {
      if (isClosed || readers.size >= limits.inAll) throw createRefusal(503, 'SERVICE_UNAVAILABLE');
      if (!isExemptAddress(address) && countFrom(readers, address) >= limits.perAddress) {
        throw createRefusal(429, 'TOO_MANY_REQUESTS');
      }
    },
    join: (reader, { address, lastEventId }) => {
      readers.set(reader, address);
      listMissed(lastEventId).forEach(reader.send);
      return () => void readers.delete(reader);
    },
    close: () => {
      isClosed = true;
      clearInterval(heartbeat);
      for (const reader of readers.keys()) reader.end();
      readers.clear();
    },
  };
}

function countFrom(readers: ReadonlyMap<LiveReader, string>, address: string): number {
  return [...readers.values()].filter((other) => other === address).length;
}

function createRefusal(statusCode: number, publicCode: string) {
  const message = 'Too many live connections. Close some, or ask /api/status now and then instead.';
  return createRequestError({ statusCode, publicCode, message });
}
