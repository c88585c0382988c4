import { z } from 'zod';
import { WireModel } from './wire.ts';

/** A model of OpenRouter's catalogue. */
export type ModelInfo = {
  readonly slug: string;
  readonly name: string;
  readonly contextTokens: number | null;
  readonly maxCompletionTokens: number | null;
  readonly supportedParameters: readonly string[];
  /** Millionths of a millionth of a dollar for one token: $2 per million tokens is 2,000,000. Null where it varies. */
  readonly promptPicoDollarsPerToken: number | null;
  readonly completionPicoDollarsPerToken: number | null;
  /** When it stops being served. Null where no end is announced. */
  readonly expiresAt: Date | null;
  /** Whether the slug only points at whichever model is newest. */
  readonly isMovingAlias: boolean;
};

const PRICE = /^(\d{1,3})(?:\.(\d+))?$/;
const PICO_PLACES = 12;

/** A catalogue row in our terms, or null when it cannot be read. */
export function readModelInfo(body: unknown): ModelInfo | null {
  const parsed = WireModel.safeParse(body);
  if (!parsed.success) return null;
  const wire = parsed.data;
  return {
    slug: wire.id,
    name: wire.name ?? wire.id,
    contextTokens: wire.context_length ?? null,
    maxCompletionTokens: wire.top_provider?.max_completion_tokens ?? null,
    supportedParameters: wire.supported_parameters ?? [],
    promptPicoDollarsPerToken: readPicoDollars(wire.pricing?.prompt),
    completionPicoDollarsPerToken: readPicoDollars(wire.pricing?.completion),
    expiresAt: readDate(wire.expiration_date),
    isMovingAlias: wire.id.startsWith('~') || (wire.alias_target !== null && wire.alias_target !== undefined),
  };
}

/** Dollars per token as a decimal string in pico-dollars, rounded up. A price below zero stands for "varies". */
function readPicoDollars(text: string | null | undefined): number | null {
  const match = PRICE.exec(text ?? '');
  if (!match) return null;
  const [, whole = '0', fraction = ''] = match;
  const pico = Number(whole) * 10 ** PICO_PLACES + Number(fraction.slice(0, PICO_PLACES).padEnd(PICO_PLACES, '0'));
  return /[1-9]/.test(fraction.slice(PICO_PLACES)) ? pico + 1 : pico;
}

function readDate(text: string | null | undefined): Date | null {
  const parsed = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(text);
  return parsed.success ? new Date(parsed.data) : null;
}
