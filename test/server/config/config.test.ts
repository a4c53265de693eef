import { describe, expect, it } from 'vitest';
import { ConfigError, describeConfig, readConfig, withoutPassword } from '../../../server/config.ts';

describe('the configuration', () => {
  it('has a default for everything', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: null,
      scimRateLimit: 1000,
      seedDemo: true,
    });
    expect(config.database).toMatchObject({ kind: 'sqlite', file: /data\/app\.sqlite$/ });
  });

  it('lists every problem at once', () => {
    const wrong = {
      PORT: '99999',
      PUBLIC_URL: 'ftp://x',
      SCIM_RATE_LIMIT: '-1',
      SECRET_KEY: 'abc',
      TRUST_PROXY: 'some',
    };
    const read = () => readConfig(wrong);
    expect(read).toThrow(ConfigError);
    for (const name of Object.keys(wrong)) expect(read).toThrow(name);
  });

  it('takes a provider for company accounts whole or not at all, over https or on this machine', () => {
    const whole = { OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: 'scim', OIDC_CLIENT_SECRET: 'hush-hush' };
    expect(readConfig({}).oidc).toBeNull();
    expect(readConfig(whole).oidc).toMatchObject({ issuer: 'https://login.example.com', clientId: 'scim' });
    expect(readConfig({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:4000' }).oidc).not.toBeNull();
    for (const name of Object.keys(whole)) {
      expect(() => readConfig({ ...whole, [name]: '' })).toThrow(`${name} must be set, too`);
    }
    expect(() => readConfig({ ...whole, OIDC_ISSUER: 'http://login.example.com' })).toThrow(
      'OIDC_ISSUER must be an https',
    );
    expect(JSON.stringify(describeConfig(whole))).not.toContain('hush-hush');
  });

  it.each(['postgres', 'postgresql'])(
    'takes a %s address, and then needs the key that every process shares',
    (scheme) => {
      const DATABASE_URL = `${scheme}://app:hush@db.example:5432/scim`;
      const { database } = readConfig({ DATABASE_URL, SECRET_KEY: 'ab'.repeat(32) });
      expect(database.kind === 'postgres' && database.url.reveal()).toBe(DATABASE_URL);
      const without = () => readConfig({ DATABASE_URL, PORT: 'x' });
      expect(without).toThrow(/SECRET_KEY must be set with PostgreSQL/);
      expect(without).toThrow(/PORT must be/);
    },
  );

  it('refuses a PostgreSQL address that names no database', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://localhost' })).toThrow(
      /DATABASE_URL must be postgres:\/\/USER/,
    );
  });

  it('takes absolute and relative SQLite paths', () => {
    expect(readConfig({ DATABASE_URL: 'sqlite:/var/lib/a.sqlite' }).database).toMatchObject({
      file: '/var/lib/a.sqlite',
    });
    expect(readConfig({ DATABASE_URL: 'sqlite:///var/lib/a.sqlite' }).database).toMatchObject({
      file: '/var/lib/a.sqlite',
    });
  });

  it('takes a public address without its trailing slash', () => {
    expect(readConfig({ PUBLIC_URL: 'https://scim.example.com/' }).publicUrl).toBe('https://scim.example.com');
  });

  it.each(['0', '2', '10.0.0.0/8, ::1'])('takes %s as trusted proxies', (text) => {
    expect(() => readConfig({ TRUST_PROXY: text })).not.toThrow();
  });

  it('shows each setting with its meaning, secrets masked', () => {
    const secret = 'ab'.repeat(32);
    const lines = describeConfig({ SECRET_KEY: secret, PORT: '1234' });
    expect(JSON.stringify(lines)).not.toContain(secret);
    expect(lines.find(({ name }) => name === 'PORT')).toMatchObject({ value: '1234', default: '8080' });
    expect(lines.find(({ name }) => name === 'PUBLIC_URL')?.value).toBe('http://127.0.0.1:1234');
    const onIpv6 = describeConfig({ HOST: '::', PORT: '0' });
    expect(onIpv6.find(({ name }) => name === 'PUBLIC_URL')?.value).toBe('http://[::]:0');
    const [url] = describeConfig({ DATABASE_URL: 'postgres://app:hush@db/scim' }).filter(
      ({ name }) => name === 'DATABASE_URL',
    );
    expect(url?.value).toBe('postgres://app:********@db/scim');
    expect(lines.every(({ meaning }) => meaning.length > 5)).toBe(true);
  });

  it.each([
    ['postgres://me:p@ssw0rd@h:5432/db', 'postgres://me:********@h:5432/db'],
    ['postgres://me@server:p@ss:w0rd@h/db', 'postgres://me@server:********@h/db'],
    ['postgres://me:12/34?5#6@h/db', 'postgres://me:********@h/db'],
    ['postgres://h/db?user=me&password=hunter2', 'postgres://h/db?user=me&password=********'],
    ['postgres://h/db?sslpassword=a#b&sslmode=require', 'postgres://h/db?sslpassword=********&sslmode=require'],
    ['postgres://me:x@127.0.0.1:1/db?password=hunt@r4', 'postgres://me:********@127.0.0.1:1/db?password=********'],
    ['postgres://me@[::1]:5432/db', 'postgres://me@[::1]:5432/db'],
    ['https://scim.example.com:8443/a', 'https://scim.example.com:8443/a'],
    ['sqlite:/data/a:b@c.sqlite', 'sqlite:/data/a:b@c.sqlite'],
  ])('shows no password of %s', (text, shown) => {
    expect(withoutPassword(text)).toBe(shown);
  });
});
