import { readConfig } from '../../../server/config.ts';
import { createLogger } from '../../../server/http/log.ts';
import { startServer } from '../../../server/main.ts';
import { stopOnSignal } from '../../../server/stop-on-signal.ts';

/** A server in a process of its own, with a key of the store's one company, for tests that stop or kill it. */
const config = readConfig(process.env);
const server = await startServer(config, { logger: createLogger(config.logLevel) });
stopOnSignal(server.close);
await server.rules.companies.createFirst({
  name: 'Acme',
  primaryDomain: 'acme.example',
  product: 'ai-voice',
  plan: 'pro',
});
const company = await server.rules.companies.find('acme.example');
const { secret } = await server.rules.keys.create(company, { name: 'JumpCloud', createdBy: 'test' });
process.stdout.write(`${JSON.stringify({ url: server.url, key: secret.reveal() })}\n`);
