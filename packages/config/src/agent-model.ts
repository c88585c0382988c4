import { z } from 'zod';

/** A model that plays as an agent, as an operator names it. */
export type AgentModel = {
  /** As OpenRouter names it. */
  readonly slug: string;
  /** The agent's name; null where the operator leaves it to the arena. */
  readonly name: string | null;
};

/** A model as OpenRouter names it. */
export const MODEL_SLUG = /^~?[\w.-]+\/[\w.:-]+$/;

const MODEL_AND_NAME = /^(?<slug>~?[\w.-]+\/[\w.:-]+)(?:\s*=\s*(?<name>[^\s=,](?:[^=,]{0,38}[^\s=,])?))?$/;

/** `slug` or `slug=Name`. A name has at most 40 characters, and neither a comma nor an equals sign. */
export const AgentModel = z
  .string()
  .regex(
    MODEL_AND_NAME,
    'has to name a model as OpenRouter does, with the name it plays under: openai/gpt-6.1-terra=GPT-6.1 Terra',
  )
  .transform((text): AgentModel => {
    const { slug = '', name } = MODEL_AND_NAME.exec(text)?.groups ?? {};
    return { slug, name: name ?? null };
  });
