import type { Answerable, CompanyScope, Frame, Link, ListQuery, TextPage } from '../directory/record.ts';
import type { AppContext } from '../http/app-state.ts';
import { sendScim } from '../http/send-scim.ts';
import { kindOfList } from './activity-kind.ts';
import { etagOf, isUnchanged, requireMatch } from './etag.ts';
import { readListRequest } from './list-query.ts';
import type { ListParameters } from './list-query.ts';
import { answerList } from './list-response.ts';
import { fill, locationOf } from './present.ts';
import { projectText, readProjection } from './projection.ts';
import type { Projection } from './projection.ts';
import { note, projectionOfQuery } from './request.ts';
import type { ResourceType } from './schema/attribute.ts';

type RouteContext = AppContext & { params: Record<string, string | undefined> };
export type { RouteContext };

/** How one type of resource is put together: as a frame, and what one record is filled into it with. */
export type Present<T> = {
  /** What the projection leaves out need not even be read. */
  frame: (projection: Projection) => Frame;
  /** The links of each of the records. */
  linksOf: (companyId: string, records: readonly T[], projection: Projection) => Promise<LinksOf<T>> | LinksOf<T>;
};

type LinksOf<T> = (record: T) => readonly Link[];

type Deps<T> = {
  type: ResourceType;
  base: string;
  list: (companyId: string, query: ListQuery, frame: Frame) => Promise<TextPage>;
  present: Present<T>;
};

/** The answers that users and groups have in common. */
export function createAnswers<T extends Answerable>({ type, base, list, present }: Deps<T>) {
  /** The resource as it is stored now, with its ETag. */
  async function one(ctx: AppContext, status: 200 | 201, companyId: string, record: T): Promise<void> {
    const { attributes, excludedAttributes } = projectionOfQuery(ctx);
    const projection = readProjection(type, attributes, excludedAttributes);
    const linksOf = await present.linksOf(companyId, [record], projection);
    const text = fill(present.frame(projection), record, linksOf(record));
    ctx.set('ETag', etagOf(record.version));
    if (status === 201) ctx.set('Location', locationOf(base, type, record.id));
    sendScim(ctx, status, projectText(type, text, projection));
  }

  return {
    one,

    /** The same for a GET: 304 for a reader that has this version (RFC 7644 section 3.14). */
    async read(ctx: AppContext, companyId: string, record: T): Promise<void> {
      requireMatch(ctx.get('If-Match'), record.version);
      if (!isUnchanged(ctx.get('If-None-Match'), record.version)) return one(ctx, 200, companyId, record);
      ctx.set('ETag', etagOf(record.version));
      ctx.status = 304;
    },

    async many(ctx: AppContext, company: CompanyScope, parameters: ListParameters): Promise<void> {
      const request = readListRequest(type.name, parameters);
      const projection = readProjection(type, parameters.attributes, parameters.excludedAttributes);
      note(ctx, { kind: kindOfList(request.query.filter) });
      const answer = await answerList(request, async (query) => {
        const page = await list(company.id, query, present.frame(projection));
        // The page that is asked for comes first; what a cursor asks beyond it is not told.
        if (query === request.query) note(ctx, { details: { list: { total: page.total, shown: page.shown } } });
        return { ...page, text: projectText(type, page.text, projection) };
      });
      sendScim(ctx, 200, answer);
    },
  };
}

export type Answers<T extends Answerable> = ReturnType<typeof createAnswers<T>>;
