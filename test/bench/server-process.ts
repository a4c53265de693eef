import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { readConfig } from '../../server/config.ts';
import { createLogger, gathering } from '../../server/http/log.ts';
import { startServer } from '../../server/main.ts';
import type { Rules } from '../../server/rules.ts';
import { createUserWrites } from '../../server/scim/user-writes.ts';
import { answerParent } from './child.ts';
import { bodyOf, DOMAIN } from './people.ts';
import { usage } from './usage.ts';

/*
 * The server that is measured: the one that `npm start` runs, with everything on, in a process of its own. It can also fill
 * its store, by the very rules that answer a POST.
 */

export type ServerQuestion = { kind: 'where' } | { kind: 'fill'; users: number } | { kind: 'usage' };
export type Where = { url: string };
export type Filled = { key: string; ids: string[] };

const AT_ONCE = 64;

const config = readConfig(process.env);
// Every line is made and written; where to does not matter here.
const logger = createLogger(config.logLevel, gathering(openSync(devNull, 'w')));
const server = await startServer(config, { logger, graceMs: 0 });

answerParent(
  (asked) => {
    const question = asked as ServerQuestion;
    switch (question.kind) {
      case 'where':
        return { url: server.url } satisfies Where;
      case 'fill':
        return fill(server.rules, question.users);
      case 'usage':
        return usage();
    }
  },
  async () => {
    await server.close();
  },
);

async function fill({ companies, keys, directory }: Rules, users: number): Promise<Filled> {
  const company = await companies.create({ name: 'Bench', primaryDomain: DOMAIN, product: 'ai-voice', plan: 'pro' });
  const { secret } = await keys.create(company, { name: 'JumpCloud', createdBy: 'bench' });
  const writes = createUserWrites(directory.users);
  const ids = Array.from({ length: users }, () => directory.newId());
  const request = { company, requireVersion: () => undefined, note: () => undefined };
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < users; number = next++) {
      await writes.create({ ...request, body: bodyOf(number) }, ids[number] ?? '');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { key: secret.reveal(), ids };
}
