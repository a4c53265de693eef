import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAdmin } from '../kit/admin.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

describe('backup of a SQLite store', () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    server = await startTestServer();
    folder = await mkdtemp(join(tmpdir(), 'backup-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('is a whole store in one file of its owner, made while the server runs', async () => {
    const { key, domain } = await server.company();
    expect((await server.scim(key).post('/Users', { userName: `ana@${domain}` })).status).toBe(201);
    const file = join(folder, 'copy.sqlite');
    const run = await server.admin('backup', file);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(file);
    expect(run.stdout).toMatch(/same SECRET_KEY.*app\.sqlite\.secret-key/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const restored = await runAdmin(['user', 'list', domain, '--json'], { DATABASE_URL: `sqlite:${file}` });
    expect(restored.json()).toMatchObject({ total: 1, users: [{ userName: `ana@${domain}` }] });
  });

  it('names no key where no server has made one yet', async () => {
    const env = { DATABASE_URL: `sqlite:${join(folder, 'unserved.sqlite')}` };
    await runAdmin(['migrate'], env);
    const file = join(folder, 'copy-of-unserved.sqlite');
    expect((await runAdmin(['backup', file], env)).stdout).toBe(`Copied the store to ${file}.\n`);
    const given = await runAdmin(['backup', join(folder, 'other.sqlite')], { ...env, SECRET_KEY: 'ab'.repeat(32) });
    expect(given.stdout).toMatch(/ Keep the same SECRET_KEY for it\.$/m);
  });

  it('says which folder is missing', async () => {
    const run = await server.admin('backup', join(folder, 'nowhere', 'copy.sqlite'));
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toBe(`There is no folder ${join(folder, 'nowhere')} for the copy; make it first.\n`);
  });

  it('refuses a file that exists, and leaves it as it is', async () => {
    const file = join(folder, 'taken.txt');
    await writeFile(file, 'mine');
    const run = await server.admin('backup', file);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('exists already');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('makes no store where there is none', async () => {
    const file = join(folder, 'none.sqlite');
    const run = await runAdmin(['backup', join(folder, 'copy-of-none.sqlite')], { DATABASE_URL: `sqlite:${file}` });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('no store');
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('answers with the file in JSON', async () => {
    const file = join(folder, 'json.sqlite');
    expect((await server.admin('backup', file, '--json')).json()).toEqual({ file });
  });
});
