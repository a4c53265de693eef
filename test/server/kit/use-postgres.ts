import { inject } from 'vitest';

/** Set-up of each file of the project `postgres`: test servers keep what they know in PostgreSQL. */
const { server, template } = inject('postgres');
process.env['TEST_POSTGRES'] = server;
process.env['TEST_POSTGRES_TEMPLATE'] = template;
