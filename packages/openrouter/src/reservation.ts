/** Money set aside for one try of a call. */
export type Reservation = {
  /** Books what the try cost instead of its estimate; null (unknown) keeps the estimate. Only the first call counts. */
  readonly settle: (costMicroDollars: number | null) => void;
};
