import { generate } from 'selfsigned';

/** The real host names under which the look-alikes are served. */
export const dialpadHosts: readonly string[] = ['dialpad.com', 'sandbox.dialpad.com'];
export const jumpcloudHosts: readonly string[] = ['console.jumpcloud.com', 'console.eu.jumpcloud.com'];

/** A self-signed certificate for all four names, in PEM. */
export async function makeCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const altNames = [...dialpadHosts, ...jumpcloudHosts].map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: 'commonName', value: 'look-alike sites' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { key: made.private, cert: made.cert };
}
