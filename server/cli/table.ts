/** Rows in aligned columns under their headings, or a sentence when there are none. */
export function table(headings: string[], rows: (string | number | null)[][], none: string): string {
  if (rows.length === 0) return none;
  const lines = [headings, ...rows].map((row) => row.map((cell) => (cell ?? '-').toString()));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
