import type { ComponentChildren } from 'preact';

export interface Column<T> {
  /** The words over the column, and before each cell when the table becomes cards on a phone. */
  readonly header: string;
  readonly cell: (row: T, index: number) => ComponentChildren;
  readonly numeric?: boolean | undefined;
  /** The column that names the row; the first one unless said. */
  readonly names?: boolean | undefined;
  /** Said, but not shown: for a column of links. */
  readonly headerHidden?: boolean | undefined;
}

interface TableProps<T> {
  readonly caption: ComponentChildren;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly class?: string | undefined;
}

// Cards on a phone are made with `display: block`, which takes the table out of what is read out:
// the roles put it back.
export function Table<T>({ caption, captionHidden, columns, rows, class: className }: TableProps<T>) {
  const naming = columns.some((column) => column.names) ? columns.findIndex((column) => column.names) : 0;
  return (
    <table class={className ? `k-table ${className}` : 'k-table'} role="table">
      <caption class={captionHidden ? 'nhsuk-u-visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ header, numeric, headerHidden }) => (
            <th key={header} role="columnheader" scope="col" class={numeric ? 'k-number' : undefined}>
              {headerHidden ? <span class="nhsuk-u-visually-hidden">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr role="row" key={index}>
            {columns.map(({ header, numeric, cell, headerHidden }, at) => {
              const look = numeric ? 'k-number' : undefined;
              const label = headerHidden || at === naming ? undefined : header;
              return at === naming ? (
                <th key={header} role="rowheader" scope="row" class={look}>
                  {cell(row, index)}
                </th>
              ) : (
                <td key={header} role="cell" class={look} data-label={label}>
                  {cell(row, index)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PaginationProps {
  previous?: string | undefined;
  next?: string | undefined;
  /** What is on this page: "1 to 50 of 230 families". */
  shown?: ComponentChildren;
  label?: string | undefined;
}

export function Pagination({ previous, next, shown, label = 'Pages' }: PaginationProps) {
  if (previous === undefined && next === undefined && shown === undefined) return null;
  return (
    <nav class="k-pages" aria-label={label}>
      {previous === undefined ? null : (
        <a class="k-pages__link" href={previous} rel="prev">
          Previous<span class="nhsuk-u-visually-hidden"> page</span>
        </a>
      )}
      {shown === undefined ? null : <span class="k-pages__shown">{shown}</span>}
      {next === undefined ? null : (
        <a class="k-pages__link" href={next} rel="next">
          Next<span class="nhsuk-u-visually-hidden"> page</span>
        </a>
      )}
    </nav>
  );
}
