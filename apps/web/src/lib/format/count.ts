const MINUS = '\u2212';
const ROMAN = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

function formatSigned(value: number, text: string): string {
  if (!/[1-9]/.test(text)) return text;
  return `${value < 0 ? MINUS : '+'}${text}`;
}

/** An edge: three decimals, signed, `-0.0144` → `−0.014`; zero is `0.000`. */
export function formatEdge(edge: number): string {
  return formatSigned(edge, Math.abs(edge).toFixed(3));
}

/** A percentage change: one decimal, signed, `4.53` → `+4.5%`. */
export function formatPercentChange(percent: number): string {
  return formatSigned(percent, `${Math.abs(percent).toFixed(1)}%`);
}

/** Won, lost, void: `35–29–1`. */
export function formatRecord(record: {
  readonly wins: number;
  readonly losses: number;
  readonly voids: number;
}): string {
  return `${record.wins}–${record.losses}–${record.voids}`;
}

/** `1 match day`, `5 match days`; the plural adds an s unless it is given. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}

/** An ordinal: `1st`, `2nd`, `3rd`, `11th`. */
export function formatOrdinal(rank: number): string {
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${ending}`;
}

/** A small whole number as a Roman numeral: how the matches of a card are numbered. */
export function formatRoman(value: number): string {
  let left = value;
  let text = '';
  for (const [numeral, worth] of ROMAN) {
    while (left >= worth) {
      text += numeral;
      left -= worth;
    }
  }
  return text;
}

/** A category as a heading: `economics` → `Economics`. */
export function formatCategory(category: string): string {
  return category.charAt(0).toUpperCase() + category.slice(1);
}
