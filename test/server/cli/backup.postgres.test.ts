import { describe, expect, it } from 'vitest';
import { runAdmin } from '../kit/admin.ts';
import { SECRET_KEY } from '../kit/store.ts';

describe('backup of a PostgreSQL database', () => {
  it('names the line to use, without the password, and exits 1', async () => {
    const DATABASE_URL = 'postgres://app:hush@db.example:5432/scim?sslmode=require';
    const run = await runAdmin(['backup', "it's a copy"], { DATABASE_URL, SECRET_KEY });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(
      /pg_dump --format=custom --file='\/.*it'\\''s a copy' 'postgres:\/\/app:\*+@db\.example:5432\/scim/,
    );
    expect(run.stderr).toContain('same SECRET_KEY');
    expect(run.stderr).not.toContain('hush');
  });
});
