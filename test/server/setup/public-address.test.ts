import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../server/setup/public-address.ts';

describe('an address that JumpCloud can reach', () => {
  it.each([
    'https://scim.example.com',
    'https://scim.example.com:8443/base',
    'https://93.184.216.34',
    'https://[2606:2800:220:1::1]',
    'https://172.32.0.1',
  ])('may be %s', (url) => {
    expect(isPublicAddress(url)).toBe(true);
  });

  it.each([
    'http://scim.example.com',
    'https://localhost:8080',
    'https://app.localhost',
    'https://127.0.0.1',
    'https://10.1.2.3',
    'https://172.16.0.1',
    'https://192.168.1.10',
    'https://169.254.1.1',
    'https://100.64.0.1',
    'https://[::1]:8080',
    'https://[fd00::1]',
    'https://[fe80::1]',
    'https://[::ffff:192.168.1.1]',
    'https://intranet',
    'https://scim.corp.internal',
    'https://printer.local.',
    'https://console.test',
  ])('is not %s', (url) => {
    expect(isPublicAddress(url)).toBe(false);
  });
});
