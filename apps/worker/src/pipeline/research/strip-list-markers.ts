const BULLET = /^(?:[-*+]\s+|•\s*|#{1,6}\s+)/;
const NUMBERED = /^(\d{1,3})[.)]\s+/;

/**
 * The lines without the marks of lists and headings. A mark ends with a space: `-3 °C`, `2.5 million` and `**Rain**` begin
 * with none. A number is a mark only where it counts: 1, or one more than the mark before (so `3. Liga` keeps its name).
 */
export function stripListMarkers(lines: readonly string[]): string[] {
  let counted = 0;
  return lines.map((line) => {
    const text = line.trim();
    const number = Number(NUMBERED.exec(text)?.[1] ?? Number.NaN);
    if (number !== 1 && number !== counted + 1) return text.replace(BULLET, '').trim();
    counted = number;
    return text.replace(NUMBERED, '').trim();
  });
}
