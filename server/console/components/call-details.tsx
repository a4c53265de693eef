import type { CallDetail, CompanyCall } from '../../../shared/api/activity.ts';
import type { Shape } from '../../../shared/setup/call-details.ts';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useTexts } from '../texts.ts';
import { Link } from './link.tsx';
import { Loaded } from './states.tsx';

/** What was sent and answered, as names and types: loaded when somebody wants to see it. */
export function CallDetails({ call }: { call: CompanyCall }) {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const { resource, reload } = useResource(`call ${call.id}`, (signal) =>
    api.activityCall(company.id, call.id, signal),
  );
  return (
    <div class="call-details">
      <Loaded resource={resource} retry={reload} rows={2}>
        {(detail) => <Exchange {...detail} />}
      </Loaded>
      {call.userId !== null && (
        <p>
          <Link to={{ page: 'user', companyId: company.id, userId: call.userId }}>{texts.activity.seeUser}</Link>
        </p>
      )}
    </div>
  );
}

function Exchange({ call, details }: CallDetail) {
  const { console: texts } = useTexts();
  const own = texts.activity;
  if (!details) return <p class="hint">{own.noDetails}</p>;
  return (
    <>
      <p class="hint">{own.detailsLead}</p>
      <div class="exchange">
        <section>
          <h2>{own.sent}</h2>
          <p>
            <code>
              {call.method} {call.route}
            </code>
          </p>
          {details.query !== null && (
            <p>
              {own.query}: <code>{details.query}</code>
            </p>
          )}
          <ShapeTable shape={details.sent} />
        </section>
        <section>
          <h2>{own.answered}</h2>
          <p>
            <code>
              {own.status(call.status)}
              {call.scimType && ` ${call.scimType}`}
            </code>
          </p>
          {details.list && <p>{own.list(details.list.shown, details.list.total)}</p>}
          {/* An error has a body, of which nothing but its status and type is kept. */}
          {!details.list && call.status < 400 && <ShapeTable shape={details.answered} />}
        </section>
      </div>
    </>
  );
}

function ShapeTable({ shape }: { shape: Shape | null }) {
  const { console: texts } = useTexts();
  if (!shape) return <p class="hint">{texts.activity.noBody}</p>;
  return (
    <dl class="shape">
      {Object.entries(shape).map(([path, type]) => (
        <div key={path}>
          <dt>
            <code>{path}</code>
          </dt>
          <dd>{type}</dd>
        </div>
      ))}
    </dl>
  );
}
