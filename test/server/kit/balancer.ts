import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** What stands before several server processes: each new connection goes to the next of them that takes it. */
export type Balancer = {
  url: string;
  /** Cuts every connection and takes no other until `restore`. */
  cut: () => void;
  restore: () => void;
  close: () => Promise<void>;
};

/** @param ports of the processes, on this machine; one that refuses is passed over. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  let isCut = false;

  function forward(client: Socket, attempts: number): void {
    const port = ports[turn++ % ports.length] ?? 0;
    const server = connect(port, '127.0.0.1');
    server.once('connect', () => {
      client.pipe(server).pipe(client);
      client.resume();
    });
    server.once('error', () =>
      attempts > 1 && server.bytesRead === 0 ? forward(client, attempts - 1) : client.destroy(),
    );
    server.once('close', () => server.bytesWritten > 0 && client.destroy());
    client.once('close', () => server.destroy());
  }

  const balancer = createServer({ pauseOnConnect: true }, (client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    open.add(client);
    client.once('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    forward(client, ports.length);
  });
  balancer.listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  const destroyAll = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      destroyAll();
    },
    restore: () => {
      isCut = false;
    },
    close: async () => {
      destroyAll();
      balancer.close();
      await once(balancer, 'close');
    },
  };
}
