import type { HttpClient } from '@coliseum/http/http-client';
import { readModelInfo, type ModelInfo } from './model-info.ts';
import { WireModels } from './wire.ts';

/** OpenRouter's catalogue. A row that cannot be read is left out: the check of the slugs then reports the model as missing. */
export async function listModels(http: HttpClient): Promise<readonly ModelInfo[]> {
  const { data } = await http.requestJson({ path: '/models', schema: WireModels });
  return data.flatMap((body) => readModelInfo(body) ?? []);
}
