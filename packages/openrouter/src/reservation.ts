/** Money set aside for one try of a call. */
export type Reservation = {
  /** Books what the try cost instead of its estimate; null keeps the estimate, as nobody knows. Counts once. */
  readonly settle: (costMicroDollars: number | null) => void;
};
