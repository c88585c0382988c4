/** What a command found out: once for programs, once for people. */
export type CommandResult = {
  /** The one object `--json` prints. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The same for a person, without a newline at the end. */
  readonly text: string;
  /** False when the command worked but what it looked at is not in order. Default: true. */
  readonly isInOrder?: boolean;
};

/** Where a command's answer and everything else go. */
export type CommandOutput = {
  readonly json: boolean;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
};
