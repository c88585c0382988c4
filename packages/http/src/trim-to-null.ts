/** The trimmed text, or null when it is empty: services send null, an empty string or no field for the same thing. */
export function trimToNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? null : trimmed;
}
