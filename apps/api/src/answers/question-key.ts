/** A procedure and its input, as the schema reads it, in one text. No path of a procedure has a space. */
export function formatQuestionKey(path: string, inputs: readonly unknown[]): string {
  return `${path} ${JSON.stringify(inputs)}`;
}

/** The other way round. */
export function parseQuestionKey(key: string): { readonly path: string; readonly input: unknown } {
  const space = key.indexOf(' ');
  const inputs: unknown = JSON.parse(key.slice(space + 1));
  return { path: key.slice(0, space), input: Array.isArray(inputs) ? inputs[0] : undefined };
}
