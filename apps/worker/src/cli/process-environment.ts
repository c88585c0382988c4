/** What the operating system tells a command. */
export type ProcessEnvironment = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder the operator stands in: paths in options are meant from there. */
  readonly workingDirectory: string;
  /** Where progress and log lines go. */
  readonly stderr: NodeJS.WriteStream;
  /** From now on the first Ctrl-C or SIGTERM aborts this signal instead of ending the process; the second one ends it. */
  readonly createStopSignal: () => AbortSignal;
};
