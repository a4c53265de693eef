import { z } from 'zod';
import { Secret } from '../shared/secret.ts';
import {
  databaseUrl,
  issuer,
  publicUrl,
  secret,
  trustProxy,
  whole,
  type DatabaseConfig,
  type TrustProxy,
} from './config-forms.ts';

/** Everything that the operator may set, checked. */
export type Config = {
  port: number;
  host: string;
  /** Without a trailing slash; null means `http://HOST:PORT` of the port that was really taken. */
  publicUrl: string | null;
  database: DatabaseConfig;
  logLevel: LogLevel;
  /** Requests a second for each key; 0 = no limit. */
  scimRateLimit: number;
  /** 64 hex digits, or null: made and kept beside the store. */
  secretKey: Secret | null;
  trustProxy: TrustProxy;
  metricsToken: Secret | null;
  seedDemo: boolean;
  /** Where people sign in with a company account; null: by links only. */
  oidc: { issuer: string; clientId: string; clientSecret: Secret } | null;
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Record<string, string | undefined>;

/** The environment says something that can not be: every problem at once, one line each. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The configuration can not be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** A variable: its meaning for people, its default as people would write it, and the check that reads it. */
type Variable<T> = { meaning: string; fallback: string; secret?: true; schema: z.ZodType<T, string> };

const VARIABLES = {
  PORT: {
    meaning: 'port to listen on (0 = any free one)',
    fallback: '8080',
    schema: whole(0, 65_535),
  },
  HOST: {
    meaning: 'address to listen on',
    fallback: '127.0.0.1',
    schema: z.string().regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an IP address'),
  },
  PUBLIC_URL: {
    meaning: 'what JumpCloud and browsers use to reach this server, such as https://scim.example.com',
    fallback: '',
    schema: publicUrl,
  },
  DATABASE_URL: {
    meaning: 'sqlite: and a path, or postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    fallback: 'sqlite:data/app.sqlite',
    schema: databaseUrl,
  },
  LOG_LEVEL: {
    meaning: `how much is logged: ${LOG_LEVELS.join(', ')}`,
    fallback: 'info',
    schema: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`),
  },
  SCIM_RATE_LIMIT: {
    meaning: 'SCIM requests a second for each key (0 = no limit)',
    fallback: '1000',
    schema: whole(0, 1_000_000),
  },
  SECRET_KEY: {
    meaning:
      'encrypts what must be readable again (so far nothing is kept that must): 64 hex digits; made and kept beside a SQLite store when unset',
    fallback: '',
    secret: true,
    schema: z
      .string()
      .regex(/^([0-9a-f]{64})?$/i, 'must be 64 hex digits')
      .transform((text) => (text ? new Secret(text.toLowerCase()) : null)),
  },
  TRUST_PROXY: {
    meaning: 'reverse proxies before this server: their number, or their addresses as CIDRs with commas between',
    fallback: '0',
    schema: trustProxy,
  },
  METRICS_TOKEN: {
    meaning: 'bearer token for /metrics; without one, /metrics answers only on this machine',
    fallback: '',
    secret: true,
    schema: secret,
  },
  SEED_DEMO: {
    meaning: '0 = a first start makes no company; else it makes "Acme" in an empty store',
    fallback: '1',
    schema: z.enum(['0', '1'], 'must be 0 or 1').transform((text) => text === '1'),
  },
  OIDC_ISSUER: {
    meaning: 'OpenID Connect provider for signing in with a company account, such as https://login.example.com',
    fallback: '',
    schema: issuer,
  },
  OIDC_CLIENT_ID: {
    meaning: 'what that provider calls this server',
    fallback: '',
    schema: z.string(),
  },
  OIDC_CLIENT_SECRET: {
    meaning: 'the secret that goes with it',
    fallback: '',
    secret: true,
    schema: secret,
  },
} satisfies Record<string, Variable<unknown>>;

type VariableName = keyof typeof VARIABLES;
type Values = { [Name in VariableName]: z.output<(typeof VARIABLES)[Name]['schema']> };

export const KEY_WITH_POSTGRES =
  'SECRET_KEY must be set with PostgreSQL: 64 hex digits, the same for every process (such as from "openssl rand -hex 32").';
const OIDC_NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const MASK = '********';

/**
 * Reads and checks the environment. An empty variable counts as unset.
 * @throws ConfigError naming every problem.
 */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const read = Object.fromEntries(
    Object.entries<Variable<unknown>>(VARIABLES).map(([name, { schema, fallback }]) => {
      const { success, error, data } = schema.safeParse(environment[name] || fallback);
      if (!success) problems.push(`${name} ${error.issues.map(({ message }) => message).join(', ')}.`);
      return [name, data];
    }),
  ) as Partial<Values>;
  if (read.DATABASE_URL?.kind === 'postgres' && read.SECRET_KEY === null) problems.push(KEY_WITH_POSTGRES);
  problems.push(...missingOf(OIDC_NAMES, environment));
  if (problems.length > 0) throw new ConfigError(problems);
  const values = read as Values;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL.url,
    database: values.DATABASE_URL,
    logLevel: values.LOG_LEVEL,
    scimRateLimit: values.SCIM_RATE_LIMIT,
    secretKey: values.SECRET_KEY,
    trustProxy: values.TRUST_PROXY,
    metricsToken: values.METRICS_TOKEN,
    seedDemo: values.SEED_DEMO,
    oidc: values.OIDC_CLIENT_SECRET && {
      issuer: values.OIDC_ISSUER,
      clientId: values.OIDC_CLIENT_ID,
      clientSecret: values.OIDC_CLIENT_SECRET,
    },
  };
}

/** The address of a server at this host and port, when the operator named no public one. */
export function localUrl(host: string, port: number | string): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

export type ConfigLine = { name: string; value: string | null; default: string | null; meaning: string };

/** Every variable with its meaning and what it is now; secrets are masked. */
export function describeConfig(environment: Environment): ConfigLine[] {
  return Object.entries<Variable<unknown>>(VARIABLES).map(([name, { meaning, fallback, secret }]) => {
    const value = environment[name] || (name === 'PUBLIC_URL' ? defaultUrl(environment) : fallback) || null;
    return {
      name,
      value: secret && value ? MASK : value && withoutPassword(value),
      default: fallback || null,
      meaning,
    };
  });
}

/**
 * An address as it can be shown. What is no proper address may hold a password just the same, with any character in it: everything
 * up to the last @ goes, rather too much than too little.
 */
export function withoutPassword(text: string): string {
  const query = text.replace(/([?&]\w*password=)[^&]*/gi, `$1${MASK}`);
  return query.replace(/(:\/*[^:/?#]*:).*@/, `$1${MASK}@`);
}

function defaultUrl({ HOST, PORT }: Environment): string {
  return localUrl(HOST || VARIABLES.HOST.fallback, PORT || VARIABLES.PORT.fallback);
}

/** Variables that go together: all of them, or none. */
function missingOf(names: readonly VariableName[], environment: Environment): string[] {
  const missing = names.filter((name) => !environment[name]);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map((name) => `${name} must be set, too: ${names.join(', ')} go together.`);
}
