import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import Koa from 'koa';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppState } from '../../../server/http/app-state.ts';
import { createEventStreams } from '../../../server/http/event-streams.ts';
import type { EventStream } from '../../../server/http/event-streams.ts';

/** More than a stream holds before whoever writes has to wait, less than what a reader may be behind. */
const MUCH = 'x'.repeat(50_000);

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** A server whose answer is an event stream, and the stream of its first reader. */
async function openStream(): Promise<{ stream: EventStream; reader: ReadableStreamDefaultReader<Uint8Array> }> {
  const streams = createEventStreams();
  const app = new Koa<AppState>();
  // A reader that goes is what is tried here, and no error.
  app.silent = true;
  const opened = new Promise<EventStream>((resolve) => app.use((ctx) => resolve(streams.open(ctx))));
  const server = createServer((request, response) => void app.callback()(request, response)).listen(0, '127.0.0.1');
  ends.push(() => server.close(), streams.endAll);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { body } = await fetch(`http://127.0.0.1:${port}/`);
  if (!body) throw new Error('The answer has no body.');
  return { stream: await opened, reader: body.getReader() };
}

/** Sends until the reader is behind: it takes nothing meanwhile. */
async function fillUp(stream: EventStream): Promise<{ drained: Promise<void> }> {
  for (;;) {
    stream.send({ event: 'much', data: MUCH });
    const drained = stream.drained();
    if ((await Promise.race([drained, setImmediate('behind')])) === 'behind') return { drained };
  }
}

describe('an event stream', () => {
  it('is waited for as often as its reader is behind, without keeping anything of it', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on('warning', note);
    ends.push(() => process.off('warning', note));
    const { stream, reader } = await openStream();
    for (let waits = 0; waits < 20; waits += 1) {
      const { drained } = await fillUp(stream);
      const isDrained = drained.then(() => true);
      while (!(await Promise.race([isDrained, reader.read().then(() => false)])));
    }
    expect(warnings).toEqual([]);
  });

  it('is no longer waited for when its reader is gone', async () => {
    const { stream, reader } = await openStream();
    const { drained } = await fillUp(stream);
    await reader.cancel();
    await drained;
    await stream.drained();
  });
});
