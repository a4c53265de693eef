import Koa from 'koa';
import { createActivityRoutes } from './activity/routes.ts';
import { createApiDocsRoutes } from './api/routes.ts';
import { createDomainRequestRoutes } from './companies/domain-request-routes.ts';
import { createAuditRoutes } from './audit/routes.ts';
import { createCompanyRoutes } from './companies/routes.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { createUserRoutes } from './directory/routes.ts';
import type { AppMiddleware, AppState } from './http/app-state.ts';
import { authenticateKey } from './http/authenticate-key.ts';
import { authenticatePerson } from './http/authenticate-person.ts';
import { chain } from './http/chain.ts';
import { clientAddress } from './http/client-address.ts';
import { serveConsole } from './http/console.ts';
import { type OnFault, renderErrors } from './http/errors-middleware.ts';
import type { EventStreams } from './http/event-streams.ts';
import { limitInFlight, limitRate } from './http/limits.ts';
import { type Logger, logRequests } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { mounted } from './http/mounted.ts';
import { noSuchResource, nothingHere } from './http/not-found.ts';
import { createOperationRoutes } from './http/operations.ts';
import { readBody } from './http/read-body.ts';
import { recordAudit } from './http/record-audit.ts';
import { recordActivity } from './http/record-activity.ts';
import { requestId } from './http/request-id.ts';
import { underScim } from './http/scim-path.ts';
import { securityHeaders } from './http/security-headers.ts';
import { createKeyRoutes } from './keys/routes.ts';
import { createOverviewRoutes } from './overview/routes.ts';
import { createMemberRoutes } from './people/member-routes.ts';
import { createOidc } from './people/oidc.ts';
import { createOidcRoutes } from './people/oidc-routes.ts';
import { createPeopleRoutes } from './people/routes.ts';
import type { Rules } from './rules.ts';
import { noteDetails } from './scim/call-details.ts';
import { createScimRoutes } from './scim/routes.ts';
import { createSetupLinkRoutes } from './setup/link-routes.ts';
import { createSetupSessionRoutes } from './setup/session-routes.ts';
import { createSetupRoutes } from './setup/routes.ts';
import { createSupportRoutes } from './support/routes.ts';

/** SCIM calls that are worked on at once; the store's queue would only get longer. */
const MOST_IN_FLIGHT = 512;

export type AppDeps = {
  config: Pick<Config, 'scimRateLimit' | 'metricsToken' | 'trustProxy' | 'oidc'>;
  /** What JumpCloud and browsers use, without a trailing slash. */
  publicUrl: string;
  /** Where the console was built to. */
  consoleFolder: string;
  database: Database;
  rules: Rules;
  streams: EventStreams;
  logger: Logger;
  now: () => Date;
  /** Whether the server is stopping. */
  draining: () => boolean;
};

/** The whole way of a request. */
export function createApp(deps: AppDeps): Koa<AppState> {
  const { config, database, rules, logger, now } = deps;
  const metrics = createMetrics();
  const operations = createOperationRoutes({ config, metrics, ready: () => database.ready(), draining: deps.draining });
  const onFault: OnFault = (error, id) => logger.error({ requestId: id, err: error }, 'fault');
  const app = new Koa<AppState>();

  app.use(requestId());
  app.use(logRequests(logger));
  app.use(metrics.measure);
  app.use(securityHeaders(deps.publicUrl.startsWith('https:')));
  app.use(renderErrors(onFault));
  app.use(recordActivity({ activity: rules.activity, now }));
  app.use(
    underScim(
      chain(
        authenticateKey({ ...rules, now }),
        limitRate(config.scimRateLimit),
        limitInFlight(MOST_IN_FLIGHT),
        noSuchResource(),
        readBody(),
        noteDetails(onFault),
        mounted(...createScimRoutes({ directory: rules.directory, publicUrl: deps.publicUrl, onFault })),
      ),
    ),
  );
  app.use(recordAudit(rules));
  app.use(mounted(operations));
  for (const routes of apiRoutes(deps)) app.use(routes);
  app.use(serveConsole(deps.consoleFolder));
  app.use(nothingHere({ ...rules, now }));
  return app;
}

/** What the console and the assistant ask. */
function apiRoutes({ rules, streams, publicUrl, config, logger }: AppDeps): AppMiddleware[] {
  const signedIn = authenticatePerson({ people: rules.people, publicUrl });
  const onError = (error: unknown) => logger.error({ err: error }, 'live update failed');
  const oidc =
    config.oidc &&
    createOidc({
      settings: config.oidc,
      publicUrl,
      onFailure: (code) => logger.warn({ code }, 'company sign-in failed'),
    });
  const deps = { ...rules, streams, publicUrl, signedIn, onError };
  return [
    createSetupRoutes({ ...deps, addressOf: (ctx) => clientAddress(ctx.req, config.trustProxy) }),
    createOidcRoutes({ ...deps, oidc }),
    createPeopleRoutes(deps),
    createMemberRoutes(deps),
    createCompanyRoutes({ ...deps, changed: rules.setup.changed }),
    createDomainRequestRoutes(deps),
    createKeyRoutes(deps),
    createOverviewRoutes(deps),
    createUserRoutes(deps),
    createActivityRoutes(deps),
    createSetupLinkRoutes(deps),
    createSetupSessionRoutes(deps),
    createSupportRoutes(deps),
    createAuditRoutes(deps),
    createApiDocsRoutes(deps),
  ];
}
