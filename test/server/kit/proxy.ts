import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What stands before a database, and can swallow an answer and cut the connection just before it. */
export type Proxy = {
  /** The address of the database by way of here. */
  url: string;
  /** Cuts the next connection that sends such a text once it was answered, but before the answer arrives. */
  cutAnswerTo: (sent: (text: string) => boolean) => void;
  /** How many answers were cut. */
  cuts: () => number;
  close: () => Promise<void>;
};

/** How PostgreSQL says that it has done all that it was told, and is ready for more. */
const READY = 'Z\0\0\0\x05';

/** @param url of a PostgreSQL database on this machine. */
export async function startProxy(url: string): Promise<Proxy> {
  const open = new Set<Socket>();
  let isMeant: ((text: string) => boolean) | null = null;
  let cuts = 0;

  const proxy = createServer((client) => {
    const database = connect(Number(new URL(url).port), '127.0.0.1');
    let cutting = false;
    const end = (): void => {
      for (const socket of [client, database]) {
        socket.destroy();
        open.delete(socket);
      }
    };
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (sent) => {
      if (isMeant?.(sent.toString('latin1'))) {
        cutting = true;
        isMeant = null;
      }
      database.write(sent);
    });
    database.on('data', (answer) => {
      if (!cutting) client.write(answer);
      else if (answer.toString('latin1').includes(READY)) {
        cuts += 1;
        end();
      }
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const through = new URL(url);
  through.port = (proxy.address() as AddressInfo).port.toString();
  return {
    url: through.href,
    cutAnswerTo: (sent) => (isMeant = sent),
    cuts: () => cuts,
    close: async () => {
      for (const socket of open) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
