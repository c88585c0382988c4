import { isAppError } from '@coliseum/domain/errors/app-error';
import { cleanOutsideText } from '@coliseum/domain/outside-text';
import type { CommandResult, CommandOutput } from './command-result.ts';

/**
 * Runs a command and returns its exit code, 0 only when everything is in order. With `--json`, stdout gets exactly one
 * JSON object, even when the command fails; everything else goes to stderr.
 */
export async function runCommand(output: CommandOutput, command: () => Promise<CommandResult>): Promise<0 | 1> {
  try {
    const { data, text, isInOrder = true } = await command();
    // What was stored before texts were cleaned may still hold commands for a terminal.
    output.stdout(`${output.json ? JSON.stringify(data) : cleanOutsideText(text)}\n`);
    return isInOrder ? 0 : 1;
  } catch (error) {
    reportFailure(output, error);
    return 1;
  }
}

/** Prints what went wrong and what to do. The stack of an unexpected error goes to stderr only. */
export function reportFailure(output: CommandOutput, error: unknown): void {
  const failure = isAppError(error)
    ? { code: error.code, message: error.message, details: error.details }
    : { code: 'INTERNAL', message: 'Unexpected error. The stack trace is on stderr.', details: {} };
  if (output.json) output.stdout(`${JSON.stringify({ error: failure })}\n`);
  output.stderr(
    isAppError(error)
      ? `${error.code}: ${error.message}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
