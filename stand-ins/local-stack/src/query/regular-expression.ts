import { BSONRegExp } from 'bson';
import { createBadValueError, CommandError } from '../wire/command-error.ts';

/**
 * Compiles a regular expression written for PCRE, as MongoDB's are. Syntax that JavaScript reads differently is
 * translated; syntax that it lacks is refused, and so is the flag `x`.
 */
export function compileRegExp(operand: unknown, options: unknown): RegExp {
  const pattern = operand instanceof BSONRegExp ? operand.pattern : operand;
  if (typeof pattern !== 'string') throw createBadValueError('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw createBadValueError('$options has to be a string');
  const flags = options ?? (operand instanceof BSONRegExp ? operand.options : '');
  if (/[^imsu]/.test(flags)) throw createBadValueError(`invalid flag in regex options: ${flags}`);
  try {
    // Without g and y, test() keeps no state between calls. The translation takes care of the flags m and s.
    return new RegExp(translate(pattern, flags), flags.includes('i') ? 'iu' : 'u');
  } catch {
    throw new CommandError('Location51091', 'Regular expression is invalid, or not supported by the local stack');
  }
}

/** White space is ASCII only in PCRE, and all of Unicode's in JavaScript. */
const SPACE = '\\t\\n\\v\\f\\r ';

/** In PCRE only a newline ends a line, and `$` also matches before a newline that ends the text. */
function translate(pattern: string, flags: string): string {
  const multiline = flags.includes('m');
  const outside: Readonly<Record<string, string>> = {
    '.': flags.includes('s') ? '[^]' : '[^\\n]',
    '^': multiline ? '(?<![^\\n])' : '(?<![^])',
    $: multiline ? '(?![^\\n])' : '(?=\\n?(?![^]))',
    '\\s': `[${SPACE}]`,
    '\\S': `[^${SPACE}]`,
  };
  const tokens = pattern.match(/\\[^]|[^]/gu) ?? [];
  let inClass = false;
  let translated = '';
  for (const token of tokens) {
    if (inClass) {
      if (token === ']') inClass = false;
      if (token === '\\S') throw new SyntaxError('A class with \\S');
      translated += token === '\\s' ? SPACE : token;
    } else {
      if (token === '[') inClass = true;
      translated += outside[token] ?? token;
    }
  }
  return translated;
}
