export type Column = { readonly heading: string; readonly align: 'left' | 'right' };

/** A Markdown table whose columns are as wide as their widest cell, as the formatter of this repository leaves them. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ heading }, index) =>
    Math.max(3, heading.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const pad = (cells: readonly string[]): string =>
    line(
      columns.map(({ align }, index) => {
        const width = widths[index] ?? 0;
        const cell = cells[index] ?? '';
        return align === 'right' ? cell.padStart(width) : cell.padEnd(width);
      }),
    );
  const rule = columns.map(({ align }, index) => {
    const width = widths[index] ?? 0;
    return align === 'right' ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
  });
  return [pad(columns.map(({ heading }) => heading)), line(rule), ...rows.map(pad)].join('\n');
}
