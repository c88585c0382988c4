/** What a command gets from the operating system. */
export type ProcessEnvironment = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the command acts on a trial: a database that was made on purpose. */
  readonly isTrial?: boolean;
  /** The operator's current folder. Paths in options are relative to it. */
  readonly workingDirectory: string;
  /** Where progress and log lines go. */
  readonly stderr: NodeJS.WriteStream;
  /** After this call the first Ctrl-C or SIGTERM aborts the returned signal; only the second one ends the process. */
  readonly createStopSignal: () => AbortSignal;
};
