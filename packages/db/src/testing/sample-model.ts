import { ensurePresent } from '@coliseum/domain/assert';
import { sample, type Arbitrary } from 'fast-check';

/** One model of the kind, the same for the same seed, with the given fields in place of its own. */
export function sampleModel<Model extends object>(
  models: Arbitrary<Model>,
  fields: Partial<Model> = {},
  seed = 1,
): Model {
  return { ...ensurePresent(sample(models, { numRuns: 1, seed })[0], 'sample'), ...fields };
}

/** All models of a stream. */
export async function collect<Model>(stream: AsyncIterable<Model>): Promise<Model[]> {
  const models: Model[] = [];
  for await (const model of stream) models.push(model);
  return models;
}
