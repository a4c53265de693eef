import type { CompanyScope, ListQuery, Page } from '../directory/record.ts';
import type { AppContext } from '../http/app-state.ts';
import { sendScim } from '../http/send-scim.ts';
import { kindOfList } from './activity-kind.ts';
import { etagOf, isUnchanged, requireMatch } from './etag.ts';
import { readListRequest } from './list-query.ts';
import type { ListParameters } from './list-query.ts';
import { answerList } from './list-response.ts';
import { locationOf } from './present.ts';
import { projectTexts, readProjection } from './projection.ts';
import type { Projection } from './projection.ts';
import { note, projectionOfQuery } from './request.ts';
import type { ResourceType } from './schema/attribute.ts';

type RouteContext = AppContext & { params: Record<string, string | undefined> };
export type { RouteContext };

/** How records become whole resources, as JSON texts; what the projection leaves out need not even be read. */
export type Present<T> = (companyId: string, records: T[], projection: Projection) => Promise<string[]> | string[];

type Deps<T> = {
  type: ResourceType;
  base: string;
  list: (companyId: string, query: ListQuery) => Promise<Page<T>>;
  present: Present<T>;
};

/** The answers that users and groups have in common. */
export function createAnswers<T extends { id: string; version: number }>({ type, base, list, present }: Deps<T>) {
  async function projected(companyId: string, records: T[], projection: Projection): Promise<string[]> {
    return projectTexts(type, await present(companyId, records, projection), projection);
  }

  /** The resource as it is stored now, with its ETag. */
  async function one(ctx: AppContext, status: 200 | 201, companyId: string, record: T): Promise<void> {
    const { attributes, excludedAttributes } = projectionOfQuery(ctx);
    const projection = readProjection(type, attributes, excludedAttributes);
    const [body = '{}'] = await projected(companyId, [record], projection);
    ctx.set('ETag', etagOf(record.version));
    if (status === 201) ctx.set('Location', locationOf(base, type, record.id));
    sendScim(ctx, status, body);
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
      const found = { total: 0, shown: 0 };
      const answer = await answerList(
        request,
        async (query) => {
          const page = await list(company.id, query);
          found.total = page.total;
          return page;
        },
        (records) => {
          found.shown = records.length;
          return projected(company.id, records, projection);
        },
      );
      note(ctx, { details: { list: found } });
      sendScim(ctx, 200, answer);
    },
  };
}

export type Answers<T extends { id: string; version: number }> = ReturnType<typeof createAnswers<T>>;
