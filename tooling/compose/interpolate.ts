type Variables = Readonly<Record<string, string | undefined>>;

/** `${NAME}`, with an operator and its word where there is one. The word may hold further variables. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*/;

/**
 * Replaces the variables in a value of a Compose file as Compose does: `$NAME`, `${NAME}`, and with `:-`, `-`, `:?`,
 * `?`, `:+`, `+`. A variable that is not set is empty; `$$` is a dollar. Throws an error that names a variable which the
 * file demands and nobody has set, and one for a dollar that begins nothing.
 */
export function interpolate(text: string, variables: Variables): string {
  const start = text.indexOf('$');
  if (start === -1) return text;
  const before = text.slice(0, start);
  const after = text.slice(start + 1);
  if (after.startsWith('$')) return `${before}$${interpolate(after.slice(1), variables)}`;
  if (after.startsWith('{')) {
    const end = findClosingBrace(after);
    return `${before}${resolveExpression(after.slice(1, end), variables)}${interpolate(after.slice(end + 1), variables)}`;
  }
  const name = NAME.exec(after)?.[0];
  if (name === undefined) throw new Error(`"${text}" has a dollar that begins no variable; write $$ for a dollar.`);
  return `${before}${variables[name] ?? ''}${interpolate(after.slice(name.length), variables)}`;
}

/** The place of the brace that closes the first one, past those of variables inside. */
function findClosingBrace(text: string): number {
  let depth = 0;
  for (const [place, character] of Array.from(text).entries()) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth === 0) return place;
  }
  throw new Error(`"\${${text.slice(1)}" is not closed.`);
}

function resolveExpression(expression: string, variables: Variables): string {
  const name = NAME.exec(expression)?.[0];
  if (name === undefined) throw new Error(`"\${${expression}}" names no variable.`);
  const [, operator = '', word = ''] = /^(:?[-?+])?(.*)$/s.exec(expression.slice(name.length)) ?? [];
  if (operator === '' && word !== '') {
    throw new Error(`"\${${expression}}" has an operator that Compose does not know.`);
  }
  const value = variables[name];
  // With a colon an empty value counts as not set.
  const isSet = value !== undefined && !(operator.startsWith(':') && value === '');
  switch (operator.at(-1)) {
    case '-':
      return isSet ? value : interpolate(word, variables);
    case '+':
      return isSet ? interpolate(word, variables) : '';
    case '?':
      if (!isSet) throw new Error(`${name} is demanded and not set: ${word}`);
      return value;
    default:
      return value ?? '';
  }
}

/** The names of all variables in a text, those inside other ones too. */
export function listVariables(text: string): readonly string[] {
  const bare = text.replaceAll('$$', '');
  return [...new Set([...bare.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)].map(([, name = '']) => name))];
}
