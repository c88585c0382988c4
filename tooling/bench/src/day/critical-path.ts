import { z } from 'zod';

/** A request as the simulator recorded it. */
export const RecordedCall = z.object({
  service: z.enum(['kalshi', 'openrouter', 'exa']),
  endpoint: z.string(),
  status: z.int().nullable(),
  delayMs: z.number(),
  body: z.unknown(),
});
export type RecordedCall = z.infer<typeof RecordedCall>;

const StructuredOutputRequest = z.object({
  response_format: z.object({ json_schema: z.object({ name: z.string() }) }),
});

export type CriticalPath = {
  readonly selectionMs: number;
  /** The slowest search: the searches of an event do not wait for each other. */
  readonly researchMs: number;
  readonly decisionMs: number;
};

/**
 * What a day has to wait for, whatever the arena does: its slowest selection, then its slowest search, then its slowest
 * decision. Throws unless every call was answered, and the market's selection at once: a second try would be a chain.
 */
export function computeCriticalPath(calls: readonly RecordedCall[]): CriticalPath {
  const failed = calls.find(({ status }) => status !== 200);
  if (failed !== undefined) throw new Error(`A call of ${failed.endpoint} ended with ${failed.status}.`);
  const selections = calls.filter((call) => readSchemaName(call) === 'market_selection');
  if (selections.length !== 1) throw new Error(`${selections.length} selections in a day, not one.`);
  return {
    selectionMs: findSlowestMs(selections),
    researchMs: findSlowestMs(calls.filter(({ service }) => service === 'exa')),
    decisionMs: findSlowestMs(calls.filter((call) => readSchemaName(call) === 'bet_decision')),
  };
}

function readSchemaName({ body }: RecordedCall): string | null {
  const asked = StructuredOutputRequest.safeParse(body);
  return asked.success ? asked.data.response_format.json_schema.name : null;
}

function findSlowestMs(calls: readonly RecordedCall[]): number {
  if (calls.length === 0) throw new Error('A day without any call of a stage.');
  return Math.max(...calls.map(({ delayMs }) => delayMs));
}
