import type { Database } from '../../db/database.ts';
import type { ResourceType } from '../../scim/schema/attribute.ts';
import type { Frame, ListQuery, TextPage } from '../record.ts';
import { countOf } from './count.ts';
import { createStatements, type Made, readPage } from './page-text.ts';
import type { Ruler } from './ruler.ts';
import { selectionOf } from './selection.ts';

/** What pages are read with, and what of. */
type Reader = Pick<Database, 'select' | 'selectLong'> & Made & { ruler: Ruler | null; type: ResourceType };

/** One page of a company's resources, put together by the database. */
type ListTexts = (companyId: string, query: ListQuery, frame: Frame) => Promise<TextPage>;

/** Pages of resources of one type, and how many fit in all. They throw 400 invalidFilter and invalidPath. */
export function createListTexts(reader: Reader): ListTexts {
  const { dialect, ruler, type } = reader;
  const statements = createStatements(reader);
  return async (companyId, query, frame) => {
    const selection = selectionOf(dialect, type, companyId, query);
    const select = selection.indexed ? reader.select : reader.selectLong;
    const read = (mark: { id: string; before: number } | null) =>
      readPage({ select, selection, statements, frame, query, mark });
    if (ruler && query.filter === null && query.sort === null && !isFirstPage(query)) {
      const { total, mark } = await ruler.place(companyId, 'offset' in query.from ? query.from.offset : 0);
      return { ...(await read(mark)), total };
    }
    const found = await read(null);
    // A first page that is not full has told the number already.
    const isAll = isFirstPage(query) && !found.isFull;
    return { ...found, total: isAll ? found.shown : await countOf(select, selection) };
  };
}

function isFirstPage({ from }: ListQuery): boolean {
  return 'offset' in from && from.offset === 0;
}
