import { describe, expect, it } from 'vitest';
import { ConfigError, describeConfig, readConfig } from '../../../server/config.ts';

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
    expect(config.database.file).toMatch(/data\/app\.sqlite$/);
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

  it('says plainly that PostgreSQL is not there yet', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://localhost/x' })).toThrow(/PostgreSQL.*not support yet/);
  });

  it('takes absolute and relative SQLite paths', () => {
    expect(readConfig({ DATABASE_URL: 'sqlite:/var/lib/a.sqlite' }).database.file).toBe('/var/lib/a.sqlite');
    expect(readConfig({ DATABASE_URL: 'sqlite:///var/lib/a.sqlite' }).database.file).toBe('/var/lib/a.sqlite');
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
    expect(lines.every(({ meaning }) => meaning.length > 5)).toBe(true);
  });
});
