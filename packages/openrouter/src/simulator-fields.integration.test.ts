import { readRecordings } from '@coliseum/http/testing/recordings';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { WireCompletion, WireModel, WireModels } from './wire.ts';

type Body = Record<string, unknown>;

const captures = readRecordings('openrouter-captures-2026.jsonl');
const Body = z.record(z.string(), z.unknown());
const Completion = z.looseObject({
  usage: Body,
  choices: z.tuple([z.looseObject({ message: Body })]),
});
const Capture = z.object({ status: z.number(), body: Body });

let simulator: Simulator;
beforeAll(async () => {
  const now = new Date('2026-11-20T14:00:00.000Z');
  simulator = await startSimulator({ port: 0, seed: 'fields', clock: { mode: 'manual', now } });
});
afterAll(async () => simulator.stop());

async function send(path: string, body?: object): Promise<{ status: number; body: Body }> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer any' } };
  const request = body === undefined ? {} : { ...init, body: JSON.stringify(body) };
  const response = await fetch(simulator.openRouterBaseUrl + path, request);
  return { status: response.status, body: Body.parse(await response.json()) };
}

async function fetchSimulatedCompletion(): Promise<Body> {
  const messages = [{ role: 'user', content: 'Hello' }];
  return (await send('/chat/completions', { model: 'x-ai/grok-4.7', messages })).body;
}

/** An answer in the parts whose fields are compared. */
function splitParts(body: unknown): Record<'answer' | 'choice' | 'message' | 'usage', Body> {
  const answer = Completion.parse(body);
  const [choice] = answer.choices;
  return { answer, choice, message: choice.message, usage: answer.usage };
}

function describeType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** What the simulated part lacks of all the recorded ones' fields, invents, or gives another type. */
function findDifferences(simulated: Body, real: readonly Body[]): string[] {
  const shared = Object.keys(real[0] ?? {}).filter((name) => real.every((body) => name in body));
  const missing = shared.filter((name) => !(name in simulated)).map((name) => `${name} is missing`);
  const others = Object.entries(simulated).flatMap(([name, value]) => {
    const types = new Set(real.filter((body) => name in body).map((body) => describeType(body[name])));
    if (types.size === 0) return [`${name} is invented`];
    return types.has(describeType(value)) ? [] : [`${name} is ${describeType(value)}`];
  });
  return [...missing, ...others];
}

test('completions and models are read by the client’s schemas', async () => {
  expect(WireCompletion.safeParse(await fetchSimulatedCompletion()).error).toBeUndefined();
  const { data } = WireModels.parse((await send('/models')).body);
  for (const model of data) expect(WireModel.safeParse(model).error).toBeUndefined();
});

describe.skipIf(captures.isAbsent)(`against the recordings: ${captures.title}`, () => {
  const all = captures.lines.map((line) => Capture.parse(line));

  test('a completion has what all recorded ones have, nothing that none has, and their types', async () => {
    const real = all.filter(({ status }) => status === 200).map(({ body }) => splitParts(body));
    const simulated = splitParts(await fetchSimulatedCompletion());
    for (const part of ['answer', 'choice', 'message', 'usage'] as const) {
      const found = findDifferences(
        simulated[part],
        real.map((parts) => parts[part]),
      );
      expect({ part, found }).toEqual({ part, found: [] });
    }
  });

  test('a rate limit has the fields of the recorded ones', async () => {
    simulator.setFaults([{ name: 'limit', service: 'openrouter', kinds: ['rate-limited'] }]);
    const { body } = await send('/chat/completions', { model: 'a/model', messages: [] });
    simulator.setFaults([]);
    const real = all.filter(({ status }) => status === 429).map((capture) => capture.body);
    expect(real.length).toBeGreaterThan(0);
    expect(findDifferences(body, real)).toEqual([]);
    const readError = (answer: Body): Body => Body.parse(answer['error']);
    expect(findDifferences(readError(body), real.map(readError))).toEqual([]);
  });
});
