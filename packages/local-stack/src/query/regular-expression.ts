import { BSONRegExp } from 'bson';
import { badValue, CommandError } from '../wire/command-error.ts';

/**
 * MongoDB's regular expressions are PCRE; what JavaScript reads the same way is taken, what it does not know is refused.
 * The flag `x` is refused: JavaScript has no such mode.
 */
export function compileRegExp(operand: unknown, options: unknown): RegExp {
  const pattern = operand instanceof BSONRegExp ? operand.pattern : operand;
  if (typeof pattern !== 'string') throw badValue('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  const flags = options ?? (operand instanceof BSONRegExp ? operand.options : '');
  if (/[^imsu]/.test(flags)) throw badValue(`invalid flag in regex options: ${flags}`);
  // Without g and y, test() keeps no state between calls.
  const unique = [...new Set(`${flags}u`)].join('');
  try {
    return new RegExp(pattern, unique);
  } catch {
    throw new CommandError('Location51091', 'Regular expression is invalid here');
  }
}
