import { describe, expect, it } from 'vitest';
import { parseSetupLink } from '../../../extension/background/setup-link.ts';

describe('a setup link', () => {
  it.each([
    ['https://scim.acme.example/setup/abc', 'https://scim.acme.example', 'abc'],
    ['  https://acme.example/dialpad/setup/abc/ ', 'https://acme.example/dialpad', 'abc'],
    ['http://127.0.0.1:8080/setup/abc', 'http://127.0.0.1:8080', 'abc'],
    ['http://localhost:8080/setup/abc', 'http://localhost:8080', 'abc'],
  ])('%s opens its session', (link, base, token) => {
    expect(parseSetupLink(link)).toEqual({ ok: true, base, token });
  });

  it.each([
    ['', 'link-invalid'],
    ['abc', 'link-invalid'],
    ['https://acme.example/', 'link-invalid'],
    ['javascript:alert(1)/setup/x', 'link-invalid'],
    ['file:///setup/abc', 'link-invalid'],
    ['http://192.168.1.4/setup/abc', 'link-insecure'],
  ])('%s does not', (link, why) => {
    expect(parseSetupLink(link)).toEqual({ ok: false, why });
  });
});
