/** The version of the methodology that every published figure is computed by (scoring.md S10). */
export const SCORING_METHODOLOGY = 'coliseum-scoring/1.0.0';
