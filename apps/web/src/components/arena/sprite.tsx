import type { ReactElement } from 'react';

const CREST_SHAPES = {
  'c-shield': 'M2.5 2.5h27V15c0 8-6 12.5-13.5 15.6C8.5 27.5 2.5 23 2.5 15Z',
  'c-banner': 'M2.5 2.5h27v27h-27Z',
  'c-hexagon': 'M8.5 2.5h15L31 16l-7.5 13.5h-15L1 16Z',
  'c-gable': 'M16 1 30 11.5V30H2V11.5Z',
  'c-slant': 'M8.5 3H32l-8.5 26H0Z',
  'c-lozenge': 'M16-1 33 16 16 33-1 16Z',
  'c-arch': 'M3 30V14.5a13 13 0 0 1 26 0V30Z',
  'c-octagon': 'M10 2.5h12l7.5 7.5v12L22 29.5H10L2.5 22V10Z',
} as const;

const ICONS = {
  'i-up': ['0 0 8 7', 'M4 0 8 7H0Z'],
  'i-down': ['0 0 8 7', 'M4 7 0 0H8Z'],
  'i-half': ['0 0 16 16', 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 1.8v12.4A6.2 6.2 0 0 1 8 1.8Z'],
} as const;

/** Every shape a page may draw more than once, defined once per page. */
export function Sprite(): ReactElement {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      <symbol id="c-roundel" viewBox="0 0 32 32">
        <circle cx="16" cy="16" r="14.6" />
      </symbol>
      {Object.entries(CREST_SHAPES).map(([id, path]) => (
        <symbol key={id} id={id} viewBox="0 0 32 32">
          <path d={path} />
        </symbol>
      ))}
      {Object.entries(ICONS).map(([id, [viewBox, path]]) => (
        <symbol key={id} id={id} viewBox={viewBox}>
          <path d={path} />
        </symbol>
      ))}
      <symbol id="i-mark" viewBox="0 0 34 24">
        <ellipse className="mark-ring" cx="17" cy="12" rx="14.5" ry="9.5" pathLength="80" strokeDashoffset="-.7" />
        <path className="mark-post" d="M15.8 5.5h2.4v13h-2.4Z" />
      </symbol>
    </svg>
  );
}
