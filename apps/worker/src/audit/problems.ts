/** A problem in the books, as a sentence that says what and where. */
export type Problem = string;

export type AuditReport = {
  readonly ok: boolean;
  readonly checked: {
    readonly agents: number;
    readonly events: number;
    readonly bets: number;
    readonly ledgerEntries: number;
  };
  readonly problems: readonly Problem[];
};
