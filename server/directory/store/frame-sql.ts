import type { Dialect } from '../../db/dialect.ts';
import type { Frame, LinksFrame } from '../record.ts';

/** Where the links of a row `r` come from: a query of their `id` and `display`, in the order of the ids. */
export type LinksQuery = (dialect: Dialect) => string;

const COLUMNS = { id: 'r.id', createdAt: 'r.created_at', updatedAt: 'r.updated_at', version: 'r.version' };

/** A resource, put together by a frame, as an expression on its row `r`. */
export function frameSql(dialect: Dialect, frame: Frame, links: LinksQuery): string {
  return frame
    .map((piece) => {
      if (typeof piece === 'string') return literal(piece);
      if (!('slot' in piece)) return linksSql(dialect, piece, links);
      return piece.slot === 'content' ? dialect.afterFirst('r.document') : COLUMNS[piece.slot];
    })
    .join(' || ');
}

/** Without rows there is nothing to join: NULL, and NULL is all that it is part of. */
function linksSql(dialect: Dialect, { before, each, after, evenEmpty }: LinksFrame, links: LinksQuery): string {
  const link = each.map((piece) => {
    if (typeof piece === 'string') return literal(piece);
    return piece.slot === 'id' ? 'l.id' : dialect.jsonText('l.display');
  });
  const joined = `(SELECT ${dialect.joined(link.join(' || '), ',')} FROM (${links(dialect)}) l)`;
  if (evenEmpty) return `${literal(before)} || coalesce(${joined}, '') || ${literal(after)}`;
  return `coalesce(${literal(before)} || ${joined} || ${literal(after)}, '')`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
