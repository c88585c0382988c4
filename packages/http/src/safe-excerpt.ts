import { toOutsideLine } from '@coliseum/domain/outside-text';

const MAX_LENGTH = 200;
/** Patterns see no more of a text: enough to find what can be shown, and no text can make them slow. */
const READ_LENGTH = 4_000;
const KEY_LIKE = /\b(?:sk|pk|key|token|bearer|secret)[-_ :=]{1,20}(?=[^\s]{0,200}\d)[\w.\-/+=*]{6,}/gi;
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/**
 * What a service said, made safe for a log: one line, at most 200 characters, our own secrets and whatever looks like a
 * key replaced. Null when nothing is left.
 */
export function toSafeExcerpt(text: unknown, secrets: readonly string[] = []): string | null {
  if (typeof text !== 'string') return null;
  // Before anything is cut: half of a secret would not be found. And again once what is invisible in it has gone.
  const line = hideSecrets(toOutsideLine(hideSecrets(text, secrets).slice(0, READ_LENGTH)), secrets);
  const clean = line.replace(KEY_LIKE, '[secret]').replace(UUID, '[secret]');
  if (clean === '') return null;
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 1)}…` : clean;
}

function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((hidden, secret) => hidden.replaceAll(secret, '[secret]'), text);
}
