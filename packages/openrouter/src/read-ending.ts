import { trimToNull } from '@coliseum/http/trim-to-null';
import type { WireChoice } from './wire.ts';

/** How providers name an answer that ran out of tokens, where OpenRouter does not say `length` for them. */
const CUT_OFF: ReadonlySet<string> = new Set(['length', 'max_tokens', 'max_output_tokens', 'model_length']);
/** How providers name an answer that they or the model withheld. */
const WITHHELD: ReadonlySet<string> = new Set([
  'content_filter',
  'content_filtered',
  'refusal',
  'safety',
  'image_safety',
  'prohibited_content',
  'blocklist',
  'spii',
  'recitation',
  'sensitive',
  'guardrail_intervened',
  'moderation',
]);

/** How an answer ended, in OpenRouter's words, and whether a filter or the model withheld it. */
export type Ending = { readonly finishReason: string; readonly isWithheld: boolean };

/** Reads how an answer ended. The provider's own word counts where OpenRouter's says less. */
export function readEnding({ finish_reason, native_finish_reason }: WireChoice): Ending {
  const own = trimToNull(finish_reason)?.toLowerCase() ?? '';
  const native = trimToNull(native_finish_reason)?.toLowerCase() ?? '';
  const isWithheld = WITHHELD.has(own) || WITHHELD.has(native);
  if (isWithheld) return { finishReason: 'content_filter', isWithheld };
  const wasCut = CUT_OFF.has(own) || (own === '' && CUT_OFF.has(native));
  return { finishReason: wasCut ? 'length' : own, isWithheld };
}
