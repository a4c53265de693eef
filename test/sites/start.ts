import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { loadAssets } from './bundle.ts';
import { dialpadHosts, jumpcloudHosts, makeCertificate } from './certificate.ts';
import { createDialpad } from './dialpad/backend.ts';
import type { DialpadControl } from './dialpad/backend.ts';
import type { DialpadSettings } from './dialpad/options.ts';
import { answerConsole } from './jumpcloud/backend.ts';
import { createControl } from './jumpcloud/control.ts';
import type { JumpCloudControl } from './jumpcloud/control.ts';
import { withSettings } from './jumpcloud/defaults.ts';
import type { JumpCloudSettings } from './jumpcloud/options.ts';
import { createTenant } from './jumpcloud/state.ts';
import { serveSite } from './serve.ts';
import type { Site } from './serve.ts';

/** How both sites start; each option has a plain default and may be changed later through the handles. */
export interface SitesOptions {
  readonly dialpad?: DialpadSettings;
  readonly jumpcloud?: JumpCloudSettings;
}

/** Two running look-alike sites. */
export interface Sites {
  readonly port: number;
  /** Flags with which Chromium finds the sites under the real host names, and nothing else on the network. */
  readonly chromiumArgs: readonly string[];
  readonly dialpad: DialpadControl;
  readonly jumpcloud: JumpCloudControl;
  readonly close: () => Promise<void>;
}

function resolverRules(port: number): string {
  const rules = [...dialpadHosts, ...jumpcloudHosts].map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ');
}

/**
 * Serves a look-alike Dialpad admin and JumpCloud console over https on a free loopback port. Nothing is shared between two
 * of them but the bundled scripts.
 */
export async function startSites(options: SitesOptions = {}): Promise<Sites> {
  const [assets, certificate] = await Promise.all([loadAssets(), makeCertificate()]);
  const made = withSettings(options.jumpcloud ?? {});
  const tenant = createTenant(made);
  const dialpad = createDialpad(options.dialpad ?? {});

  const jumpcloudSite: Site = {
    title: 'JumpCloud Console',
    script: () => (tenant.state.options.form === 'modern' ? 'vue' : 'react'),
    style: 'jumpcloud',
    answer: (path, body) => answerConsole(tenant, path, body),
  };
  const dialpadSite: Site = { title: 'Dialpad', script: () => 'dialpad', style: 'dialpad', answer: dialpad.answer };

  const server = createServer(certificate, (request, response) => {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    const site = jumpcloudHosts.includes(host) ? jumpcloudSite : dialpadHosts.includes(host) ? dialpadSite : null;
    if (site === null) {
      response.writeHead(421).end();
      return;
    }
    serveSite(site, assets, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    port,
    chromiumArgs: [`--host-resolver-rules=${resolverRules(port)}`, '--ignore-certificate-errors'],
    dialpad: dialpad.control,
    jumpcloud: createControl(tenant, made),
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
