export type Column = { readonly heading: string; readonly align: 'left' | 'right' };

/** A Markdown table whose columns are as wide as their widest cell, as the formatter of this repository leaves them. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ heading }, index) =>
    Math.max(3, heading.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const formatRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padCells = (cells: readonly string[]): string =>
    formatRow(
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
  return [padCells(columns.map(({ heading }) => heading)), formatRow(rule), ...rows.map(padCells)].join('\n');
}
