import { expect, test } from 'vitest';
import { LOCKED_AT, makeAnswer, makeMarket } from '../testing/fixtures.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';

test('a checkpoint survives the round trip', () => {
  const answers = [makeAnswer({ decision: 'ABSTAIN', abstainReason: 'timeout', errorCode: 'OPENROUTER_TIMEOUT' })];
  const checkpoint = { betting: { answers, quotes: [] } };
  expect(readCheckpoint(writeCheckpoint(checkpoint))).toEqual(checkpoint);
});

test('a checkpoint of a version without error codes can still be read', () => {
  const { errorCode: _, ...older } = makeAnswer();
  const stored = JSON.stringify({ betting: { answers: [older], quotes: [] } });
  expect(readCheckpoint(stored)).toEqual({ betting: { answers: [makeAnswer()], quotes: [] } });
});

test('a checkpoint of a version without announced times can still be read', () => {
  const market = makeMarket({ announcedResolutionTime: null });
  const { announcedResolutionTime: _, ...older } = market;
  const stored = JSON.stringify({ ingestion: { lockedAt: LOCKED_AT, markets: [older] } });
  expect(readCheckpoint(stored)).toEqual({ ingestion: { lockedAt: LOCKED_AT, markets: [market] } });
});

test('a checkpoint that does not match its schema is an error, never an empty checkpoint', () => {
  expect(() => readCheckpoint('{"betting":{}}')).toThrow('does not match its schema');
});
