import { isAppError } from '@coliseum/domain/errors/app-error';
import type { CommandResult, CommandOutput } from './command-result.ts';

/**
 * Runs a command to its exit code. With `--json`, stdout gets exactly one JSON object, also when the command fails;
 * whatever else there is to say goes to stderr. 0 only on success.
 */
export async function runCommand(output: CommandOutput, command: () => Promise<CommandResult>): Promise<0 | 1> {
  try {
    const { data, text, isInOrder = true } = await command();
    output.stdout(`${output.json ? JSON.stringify(data) : text}\n`);
    return isInOrder ? 0 : 1;
  } catch (error) {
    reportFailure(output, error);
    return 1;
  }
}

/** Says what went wrong and what to do. A fault in the program shows its stack, on stderr only. */
export function reportFailure(output: CommandOutput, error: unknown): void {
  const failure = isAppError(error)
    ? { code: error.code, message: error.message, details: error.details }
    : { code: 'INTERNAL', message: 'A fault in the program. Its trace is on stderr.', details: {} };
  if (output.json) output.stdout(`${JSON.stringify({ error: failure })}\n`);
  output.stderr(
    isAppError(error)
      ? `${error.code}: ${error.message}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
