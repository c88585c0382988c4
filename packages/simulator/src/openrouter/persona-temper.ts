/** What a persona's name does to any model that wears it. */
export type PersonaTemper = {
  /** Multiplies stakes. */
  readonly stakeFactor: number;
  /** Added to the expected return it asks for. */
  readonly addedReturn: number;
  /** Added to its taste for the side that the price is against; negative follows the price. */
  readonly addedContrariness: number;
};

const tempers: readonly (PersonaTemper & { readonly words: RegExp })[] = [
  { words: /conservative|cautious|prudent|patient|value/i, stakeFactor: 0.7, addedReturn: 0.02, addedContrariness: 0 },
  { words: /contrarian|devil|advocate/i, stakeFactor: 1.15, addedReturn: -0.01, addedContrariness: 0.12 },
  { words: /momentum|trend/i, stakeFactor: 1.1, addedReturn: -0.005, addedContrariness: -0.1 },
  { words: /aggressive|bold|kelly/i, stakeFactor: 1.25, addedReturn: -0.01, addedContrariness: 0 },
  { words: /scept|skept|bookmaker/i, stakeFactor: 0.8, addedReturn: 0.015, addedContrariness: 0.05 },
];

/** The temper that a persona's name speaks of; none of it for a name that speaks of nothing. */
export function temperOf(personaName: string): PersonaTemper {
  const neutral: PersonaTemper = { stakeFactor: 1, addedReturn: 0, addedContrariness: 0 };
  return tempers
    .filter((temper) => temper.words.test(personaName))
    .reduce(
      (sum, temper) => ({
        stakeFactor: sum.stakeFactor * temper.stakeFactor,
        addedReturn: sum.addedReturn + temper.addedReturn,
        addedContrariness: sum.addedContrariness + temper.addedContrariness,
      }),
      neutral,
    );
}
