import type { ReactElement } from 'react';
import { formatRoman } from '#web/lib/format/count.ts';

type Facet = { readonly cut: 'cut-s' | 'cut-m' | 'cut-l'; readonly path: string };
type Glyph = { readonly width: number; readonly facets: readonly Facet[] };

const STROKE: Glyph = {
  width: 14,
  facets: [
    { cut: 'cut-s', path: 'M0 0 7 5.6V34.4L0 40q3.5-3.4 3.3-9V9Q3.5 3.4 0 0Z' },
    { cut: 'cut-l', path: 'M14 0 7 5.6V34.4L14 40q-3.5-3.4-3.3-9V9Q10.5 3.4 14 0Z' },
    { cut: 'cut-m', path: 'M0 0H14L7 5.6Z' },
    { cut: 'cut-l', path: 'M0 40H14L7 34.4Z' },
  ],
};

const WEDGE: Glyph = {
  width: 31,
  facets: [
    { cut: 'cut-s', path: 'M0 0 7.3 5.2 17 36.5 15.8 40Q4.6 6 0 0Z' },
    { cut: 'cut-l', path: 'M14.5 0 7.3 5.2 17 36.5 18.3 28.5 12.3 8Q11.6 3.6 14.5 0Z' },
    { cut: 'cut-m', path: 'M0 0H14.5L7.3 5.2Z' },
    { cut: 'cut-s', path: 'M20.8 0 26 4.3 17 36.5 18.3 28.5 23.6 8Q24.2 3.6 20.8 0Z' },
    { cut: 'cut-l', path: 'M31 0 26 4.3 17 36.5 15.8 40Q17.8 40 18 38L26.5 9Q28.3 3.2 31 0Z' },
    { cut: 'cut-m', path: 'M20.8 0H31L26 4.3Z' },
  ],
};

const GAP = 3;

/** A match number carved in stone, lit from the upper left. Decoration: the number is always there as text too. */
export function GateNumeral({ matchNumber }: { readonly matchNumber: number }): ReactElement {
  const { glyphs, width } = placeGlyphs(formatRoman(matchNumber));
  return (
    <svg className="gate" viewBox={`0 0 ${width} 40`} width={width} height="40" aria-hidden="true">
      {glyphs.map(({ glyph, left }) => (
        <g key={left} transform={`translate(${left} 0)`}>
          {glyph.facets.map((facet) => (
            <path key={facet.path} className={facet.cut} d={facet.path} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function placeGlyphs(roman: string): { glyphs: readonly { glyph: Glyph; left: number }[]; width: number } {
  const glyphs: { glyph: Glyph; left: number }[] = [];
  let width = -GAP;
  for (const letter of roman) {
    const glyph = letter === 'V' ? WEDGE : STROKE;
    glyphs.push({ glyph, left: width + GAP });
    width += GAP + glyph.width;
  }
  return { glyphs, width };
}
