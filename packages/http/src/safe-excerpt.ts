const MAX_LENGTH = 200;
/** Patterns see no more of a text: enough to find what can be shown, and no text can make them slow. */
const READ_LENGTH = 4_000;
const KEY_LIKE = /\b(?:sk|pk|key|token|bearer|secret)[-_ :=]{1,20}(?=[^\s]{0,200}\d)[\w.\-/+=*]{6,}/gi;
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
// oxlint-disable-next-line no-control-regex -- text from outside must not be able to control a terminal
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * What a service said, made safe for a log: one line, at most 200 characters, our own secrets and whatever looks like a
 * key replaced. Null when nothing is left.
 */
export function toSafeExcerpt(text: unknown, secrets: readonly string[] = []): string | null {
  if (typeof text !== 'string') return null;
  let clean = text;
  // Before anything is cut: half of a secret would not be found.
  for (const secret of secrets) if (secret.length > 0) clean = clean.replaceAll(secret, '[secret]');
  clean = clean
    .slice(0, READ_LENGTH)
    .replace(KEY_LIKE, '[secret]')
    .replace(UUID, '[secret]')
    .replace(CONTROL, ' ')
    .trim();
  if (clean === '') return null;
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 1)}…` : clean;
}
