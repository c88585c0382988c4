import { systemClock } from '@coliseum/domain/clock';
import { AppError } from '@coliseum/domain/errors/app-error';
import { failure, success } from '@coliseum/domain/result';
import { getLogContext } from '@coliseum/observability/log-context';
import { silentTelemetry, type Attributes } from '@coliseum/observability/telemetry';
import { expect, test } from 'vitest';
import { traceStage } from './trace-stage.ts';

/** Runs a stage and returns the attributes of the recorded metrics. */
async function measure(play: () => Promise<{ readonly ok: boolean }>): Promise<readonly Attributes[]> {
  const recorded: Attributes[] = [];
  const record: typeof silentTelemetry.record = (_metric, _value, attributes) => void recorded.push(attributes);
  const tracing = { processClock: systemClock, telemetry: { ...silentTelemetry, record } };
  await traceStage(tracing, 'research', play).catch(() => {});
  return recorded;
}

test.each([
  ['completed', async () => Promise.resolve(success(1))],
  ['skipped', async () => Promise.resolve(failure('too few'))],
  ['EXA_NO_CREDIT', async () => Promise.reject(new AppError({ code: 'EXA_NO_CREDIT', message: 'none' }))],
  ['INTERNAL', async () => Promise.reject(new TypeError('a fault'))],
])('the duration of a stage is recorded with the outcome %s', async (outcome, play) => {
  expect(await measure(play)).toEqual([{ stage: 'research', outcome }]);
});

test('the log context inside a stage names the stage', async () => {
  const seen: unknown[] = [];
  await measure(async () => {
    await Promise.resolve();
    seen.push(getLogContext());
    return success(1);
  });
  expect(seen).toEqual([{ stage: 'research' }]);
});
