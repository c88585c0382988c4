import { cleanOutsideText, toOutsideLine } from '@coliseum/domain/outside-text';

/**
 * Escapes text from outside for a tagged block of a prompt, so that it cannot close the block or open another. Market
 * titles, rules and briefs are data for a model, never instructions. They are clean where they come in; what an older
 * version has stored is cleaned here.
 */
export function escapeForPrompt(text: string): string {
  return cleanOutsideText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Builds a tagged block with escaped content, which is one line. */
export function buildTaggedLine(tag: string, content: string): string {
  return `<${tag}>${escapeForPrompt(toOutsideLine(content))}</${tag}>`;
}
