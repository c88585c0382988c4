const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const SHARES: Readonly<Record<number, string>> = {
  5: 'a twentieth',
  10: 'a tenth',
  20: 'a fifth',
  25: 'a quarter',
  50: 'half',
};

/** A count as a sentence writes it: in words up to twenty, in digits above. */
export function spellNumber(count: number): string {
  return WORDS[count] ?? String(count);
}

/** A percentage as a sentence writes it: `10` → `a tenth`; in digits where there is no common word. */
export function spellShare(percent: number): string {
  return SHARES[percent] ?? `${percent}%`;
}
