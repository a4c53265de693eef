import type { ComponentChildren } from 'preact';

export type Column<T> = {
  id: string;
  label: string;
  /** Cell of a row. */
  cell: (row: T) => ComponentChildren;
  /** The label is for screen readers only, such as over a column of buttons. */
  quiet?: boolean;
};

type TableProps<T> = { caption: string; columns: Column<T>[]; rows: T[]; keyOf: (row: T) => string };

/** A table; on a narrow screen each row is a card whose lines carry the column's label. */
export function Table<T>({ caption, columns, rows, keyOf }: TableProps<T>) {
  return (
    <div class="table-frame">
      <table class="table" role="table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <span class={column.quiet ? 'visually-hidden' : undefined}>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.id} data-label={column.quiet ? undefined : column.label} data-column={column.id}>
                  <div class="cell">{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
