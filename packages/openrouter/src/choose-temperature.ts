import type { ModelInfo } from './model-info.ts';

/** The requirements' temperature: some freedom in the reasoning. */
const TEMPERATURE = 0.7;

/** 0.7 for a model that takes a temperature, undefined for one that does not or is unknown. */
export function chooseTemperature(model: ModelInfo | undefined): number | undefined {
  return model?.supportedParameters.includes('temperature') ? TEMPERATURE : undefined;
}
