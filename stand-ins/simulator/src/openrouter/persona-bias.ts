/** What a persona's name does to any model that plays it. */
export type PersonaBias = {
  /** Multiplies stakes. */
  readonly stakeFactor: number;
  /** Added to the expected return it asks for. */
  readonly addedReturn: number;
  /** Added to its taste for the side that the price is against; negative follows the price. */
  readonly addedContrariness: number;
};

const biases: readonly (PersonaBias & { readonly pattern: RegExp })[] = [
  {
    pattern: /conservative|cautious|prudent|patient|value/i,
    stakeFactor: 0.7,
    addedReturn: 0.02,
    addedContrariness: 0,
  },
  { pattern: /contrarian|devil|advocate/i, stakeFactor: 1.15, addedReturn: -0.01, addedContrariness: 0.12 },
  { pattern: /momentum|trend/i, stakeFactor: 1.1, addedReturn: -0.005, addedContrariness: -0.1 },
  { pattern: /aggressive|bold|kelly/i, stakeFactor: 1.25, addedReturn: -0.01, addedContrariness: 0 },
  { pattern: /scept|skept|bookmaker/i, stakeFactor: 0.8, addedReturn: 0.015, addedContrariness: 0.05 },
];

/** The temper that a persona's name suggests; neutral for a name that suggests none. */
export function findPersonaBias(personaName: string): PersonaBias {
  const neutral: PersonaBias = { stakeFactor: 1, addedReturn: 0, addedContrariness: 0 };
  return biases
    .filter((bias) => bias.pattern.test(personaName))
    .reduce(
      (sum, bias) => ({
        stakeFactor: sum.stakeFactor * bias.stakeFactor,
        addedReturn: sum.addedReturn + bias.addedReturn,
        addedContrariness: sum.addedContrariness + bias.addedContrariness,
      }),
      neutral,
    );
}
