/**
 * Escapes text from outside for a tagged block of a prompt, so that it cannot close the block or open another. Market
 * titles, rules and briefs are data for a model, never instructions.
 */
export function escapeForPrompt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Builds a tagged block with escaped content. */
export function buildTaggedBlock(tag: string, content: string): string {
  return `<${tag}>${escapeForPrompt(content)}</${tag}>`;
}
