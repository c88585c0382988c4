import { ensurePresent } from '@coliseum/domain/assert';
import { sample, type Arbitrary } from 'fast-check';

/** Generates a model, the same for the same seed, and overrides the given fields. */
export function sampleModel<Model extends object>(
  models: Arbitrary<Model>,
  fields: Partial<Model> = {},
  seed = 1,
): Model {
  return { ...ensurePresent(sample(models, { numRuns: 1, seed })[0], 'sample'), ...fields };
}

/** Collects all models of a stream. */
export async function collect<Model>(stream: AsyncIterable<Model>): Promise<Model[]> {
  const models: Model[] = [];
  for await (const model of stream) models.push(model);
  return models;
}
