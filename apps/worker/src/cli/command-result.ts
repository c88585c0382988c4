/** The result of a command, once for programs and once for people. */
export type CommandResult = {
  /** The object that `--json` prints. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The same as readable text, without a trailing newline. */
  readonly text: string;
  /** False when the command ran but found a problem; the exit code is then 1. Default: true. */
  readonly isInOrder?: boolean;
};

/** Where a command prints: its result to stdout, everything else to stderr. */
export type CommandOutput = {
  readonly json: boolean;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
};
