/**
 * Text from outside as the content of a tagged block of a prompt: it cannot close the block or open another.
 * Market titles, rules and briefs are data to a model, never instructions.
 */
export function escapeForPrompt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A tagged block with escaped content. */
export function buildTaggedBlock(tag: string, content: string): string {
  return `<${tag}>${escapeForPrompt(content)}</${tag}>`;
}
