/**
 * Patterns of an answer's own predictions of the market. Predictions by others, such as polls and experts, are facts
 * and must not match.
 */
const PREDICTIONS: readonly RegExp[] = [
  // A heading or label of a verdict.
  /^(?:prediction|forecast|verdict|conclusion|recommendation|bottom line|final (?:answer|assessment))\s*(?::|$)/i,
  // A bare answer.
  /^(?:yes|no)[.!]?$/i,
  /^(?:YES|NO)\s*[:—–]/,
  // First person, outside a quotation.
  /^(?:i|we|my|our)\b.*\b(?:predict|forecast|estimate|expect|believe|think|assign|lean|recommend|probability|chance)/i,
  // Advice to take a side, or the likelihood of a side.
  /\b(?:bet|buy|lean|leans|leaning|take|recommend|recommended|favou?rs?)\s+(?:on\s+)?(?:YES|NO)\b/,
  /\b(?:probability|likelihood|chance|odds) (?:of|that|for)\b.*\b(?:YES|NO)\b.*\d/,
  /\b(?:likely|expected|set|going|bound) to resolve (?:as |to )?"?(?:yes|no)\b/i,
];

/** Whether a line of a brief predicts the outcome of the market. */
export function isPrediction(line: string): boolean {
  return PREDICTIONS.some((pattern) => pattern.test(line));
}
