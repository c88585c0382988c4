/** How every message of ours writes a command of the arena: as it is typed in a checkout. */
const IN_A_CHECKOUT = 'npm run arena --';

/**
 * Rewrites the arena's commands in a message into what is typed where this process runs. `arenaCommand` is
 * ARENA_COMMAND, which the images set; unset or empty, the message stays as it is. Called where a message leaves the process:
 * on a terminal, in an alert.
 */
export function fitCommands(text: string, arenaCommand: string | undefined): string {
  const typed = arenaCommand?.trim() ?? '';
  return typed === '' ? text : text.replaceAll(IN_A_CHECKOUT, typed);
}
