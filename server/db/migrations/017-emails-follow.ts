import type { Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

const COLUMNS = 'company_id, user_id, position, value, type, display, is_primary';

/** SQLite asks for each row; the emails of one that is deleted go by their foreign key. */
const ON_SQLITE = [
  `CREATE TRIGGER user_emails_made AFTER INSERT ON users BEGIN
     ${insertionOnSqlite()};
   END`,
  `CREATE TRIGGER user_emails_changed AFTER UPDATE OF search ON users
   WHEN json_extract(OLD.search, '$.emails') IS NOT json_extract(NEW.search, '$.emails') BEGIN
     DELETE FROM user_emails WHERE company_id = NEW.company_id AND user_id = NEW.id;
     ${insertionOnSqlite()};
   END`,
];

function insertionOnSqlite(): string {
  const of = (name: string) => `json_extract(e.value, '$.${name}')`;
  return `INSERT INTO user_emails (${COLUMNS})
     SELECT NEW.company_id, NEW.id, e.key, ${of('value')}, ${of('type')}, ${of('display')}, ${of('primary')}
       FROM json_each(NEW.search, '$.emails') e WHERE e.type = 'object'`;
}

/** PostgreSQL takes all rows of an insertion together, and asks of an update for each row, which seldom changes an email. */
const ON_POSTGRES = [
  `CREATE FUNCTION make_user_emails() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
   BEGIN
     ${insertionOnPostgres('made')};
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER user_emails_made AFTER INSERT ON users REFERENCING NEW TABLE AS made
   FOR EACH STATEMENT EXECUTE FUNCTION make_user_emails()`,
  `CREATE FUNCTION change_user_emails() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
   BEGIN
     DELETE FROM user_emails WHERE company_id = NEW.company_id AND user_id = NEW.id;
     ${insertionOnPostgres('(SELECT NEW.company_id, NEW.id, NEW.search)')};
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER user_emails_changed AFTER UPDATE OF search ON users FOR EACH ROW
   WHEN (OLD.search -> 'emails' IS DISTINCT FROM NEW.search -> 'emails') EXECUTE FUNCTION change_user_emails()`,
];

function insertionOnPostgres(users: string): string {
  const of = (name: string) => `e.value ->> '${name}'`;
  return `INSERT INTO user_emails (${COLUMNS})
     SELECT u.company_id, u.id, e.place - 1, ${of('value')}, ${of('type')}, ${of('display')}, (${of('primary')})::boolean
       FROM ${users} u, jsonb_path_query_array(u.search, '$.emails[*]') list,
            jsonb_array_elements(list) WITH ORDINALITY e(value, place)
      WHERE jsonb_typeof(e.value) = 'object'`;
}

const TRIGGERS: Record<Dialect['name'], readonly string[]> = { sqlite: ON_SQLITE, postgres: ON_POSTGRES };

/**
 * The database itself keeps the emails of users beside them, for filters: a user is written by one statement then, and one
 * that is alone needs no transaction around it.
 */
export const emailsFollow: Migration = {
  name: '017-emails-follow',
  async up(knex, dialect) {
    for (const statement of TRIGGERS[dialect.name]) await knex.raw(statement);
  },
};
