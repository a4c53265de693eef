import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** A crash of the machine may lose a test's data; one of PostgreSQL does not. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  listen_addresses: '127.0.0.1',
};

/** A PostgreSQL of the tests' own, on a free port, in a temporary folder. */
export type Cluster = {
  /** Of its superuser, without a database: `postgres://postgres@127.0.0.1:PORT`. */
  url: string;
  /** Stops it, at once and without asking anybody, as when the machine goes down. */
  stop: () => Promise<void>;
  /** Starts it again on the same port. */
  start: () => Promise<void>;
  remove: () => Promise<void>;
};

/**
 * Makes and starts a cluster. PostgreSQL refuses to run as root; then it runs as the user `postgres`, who comes with it.
 * @param folder where `initdb` and `pg_ctl` are.
 * @param settings on top of those of a test.
 */
export async function makeCluster(folder: string, settings: Record<string, string> = {}): Promise<Cluster> {
  const home = await mkdtemp(join(tmpdir(), 'postgres-'));
  const asRoot = process.getuid?.() === 0;
  const run = (program: string, args: string[]) =>
    asRoot
      ? exec('runuser', ['-u', 'postgres', '--', join(folder, program), ...args], { cwd: home })
      : exec(join(folder, program), args, { cwd: home });
  if (asRoot) await giveToPostgres(home);
  const data = join(home, 'data');
  const port = await freePort();
  const options = Object.entries({ ...SETTINGS, ...settings, port, unix_socket_directories: home })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const cluster = {
    url: `postgres://postgres@127.0.0.1:${port}`,
    start: async () => {
      await run('pg_ctl', ['-w', '-D', data, '-l', join(home, 'log'), '-o', options, 'start']);
    },
    stop: async () => {
      await run('pg_ctl', ['-w', '-D', data, '-m', 'immediate', 'stop']);
    },
    remove: async () => {
      await cluster.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
  await run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  await cluster.start();
  return cluster;
}

async function giveToPostgres(folder: string): Promise<void> {
  const id = async (flag: string) => Number((await exec('id', [flag, 'postgres'])).stdout);
  await chown(folder, await id('-u'), await id('-g'));
  await chmod(folder, 0o700);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
