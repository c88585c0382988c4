/** A source of an answer. Its texts come from the open web. */
export type ExaCitation = {
  /** Always http or https. */
  readonly url: string;
  readonly title: string;
  /** Null where Exa does not know it or names an impossible one. It may be later than the question: it is the page's own claim. */
  readonly publishedAt: Date | null;
  readonly author: string | null;
  /** Whether the source is an exchange, a sportsbook or an odds aggregator. */
  readonly carriesOdds: boolean;
};

export type ExaAnswer = {
  /** A `[2]` in it cites the second of {@link citations}. */
  readonly answer: string;
  readonly citations: readonly ExaCitation[];
  readonly costMicroDollars: number;
  /** When the question was sent: the answer knows nothing later. */
  readonly askedAt: Date;
  /** Exa's own, for its support. Empty where it sent none. */
  readonly requestId: string;
};
