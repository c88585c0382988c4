import { isAppError } from '@coliseum/domain/errors/app-error';
import { readRecordings } from '@coliseum/http/testing/recordings';
import { startScriptedServer } from '@coliseum/http/testing/scripted-server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createOpenRouterClient } from './client.ts';

const captures = readRecordings('openrouter-captures-2026.jsonl');

const Capture = z.object({
  recording: z.string(),
  status: z.number(),
  requested_model: z.string(),
  body: z.looseObject({
    id: z.string().optional(),
    model: z.string().optional(),
    choices: z
      .array(z.looseObject({ finish_reason: z.string(), message: z.looseObject({ content: z.string().nullable() }) }))
      .optional(),
    usage: z
      .looseObject({
        cost: z.number().optional(),
        is_byok: z.boolean().optional(),
        cost_details: z.looseObject({ upstream_inference_cost: z.number().nullable() }).optional(),
        prompt_tokens: z.number(),
      })
      .optional(),
  }),
});
type Capture = z.infer<typeof Capture>;

/** Replays one recorded answer through the client. */
async function replay({ status, body, requested_model: model }: Capture): Promise<object> {
  await using server = await startScriptedServer(() => ({ status, body }));
  const client = createOpenRouterClient({ apiKey: 'any', baseUrl: server.url, maxRetries: 0 });
  const input = { model, system: 's', user: 'u', schema: { name: 'any', jsonSchema: {} }, maxTokens: 10 };
  try {
    return await client.complete(input);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { code: error.code, retryable: error.retryable, httpStatus: error.httpStatus };
  }
}

describe.skipIf(captures.isAbsent)(`recordings: ${captures.title}`, () => {
  const all = captures.lines.map((line) => Capture.parse(line));

  test('every recorded answer is a completion with its text, model and cost', async () => {
    const answers = all.filter(({ status }) => status === 200);
    for (const capture of answers) {
      const [choice] = capture.body.choices ?? [];
      const { cost: charged, is_byok: isOwnKey = false, cost_details: details } = capture.body.usage ?? {};
      const cost = isOwnKey ? (charged ?? 0) + (details?.upstream_inference_cost ?? 0) : charged;
      expect({ recording: capture.recording, ...(await replay(capture)) }).toMatchObject({
        recording: capture.recording,
        text: choice?.message.content ?? '',
        finishReason: choice?.finish_reason,
        servedModel: capture.body.model,
        generationId: capture.body.id,
        usage: {
          promptTokens: capture.body.usage?.prompt_tokens,
          costMicroDollars: cost === undefined ? null : Math.round(cost * 1e6),
        },
      });
    }
    expect(answers.length).toBeGreaterThan(30);
  });

  test('every recorded refusal is a rate limit that may pass', async () => {
    const refusals = all.filter(({ status }) => status !== 200);
    for (const capture of refusals) {
      expect(await replay(capture)).toMatchObject({
        code: 'OPENROUTER_RATE_LIMITED',
        retryable: true,
        httpStatus: 429,
      });
    }
    expect(refusals.length).toBeGreaterThan(0);
  });
});
