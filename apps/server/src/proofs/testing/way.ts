import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { holdFreePort } from '@myriad/lab';

/** A stretch of network between the platform and one machine, in our hands. */
export interface Way extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
  /** How long each piece travels, in milliseconds, either direction. */
  delay: number;
  /** Somebody else answers from now on; open connections are cut. */
  leadTo(target: { readonly address: string; readonly port: number }): void;
  /** Cuts open connections; new ones are refused until it is mended. */
  cut(): void;
  mend(): void;
}

/** Stands at a loopback port and passes everything on to `target`. */
export async function openWay(target: { readonly address: string; readonly port: number }): Promise<Way> {
  const address = '127.0.0.1';
  const held = await holdFreePort(address);
  let to = target;
  let isCut = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(to.port, to.address);
    pass(near, far);
    pass(far, near);
  });
  const pass = (from: Socket, onto: Socket) => {
    sockets.add(from);
    const later = (act: () => void) => (way.delay === 0 ? act() : setTimeout(act, way.delay));
    from.on('data', (piece) => later(() => onto.writable && onto.write(piece)));
    from.on('end', () => later(() => onto.end()));
    from.on('error', () => onto.destroy());
    from.on('close', () => {
      sockets.delete(from);
      later(() => onto.destroy());
    });
  };
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  await held.release();
  server.listen(held.port, address);
  await once(server, 'listening');
  const way: Way = {
    address,
    port: held.port,
    delay: 0,
    leadTo: (other) => {
      to = other;
      cutAll();
    },
    cut: () => {
      isCut = true;
      cutAll();
    },
    mend: () => {
      isCut = false;
    },
    [Symbol.asyncDispose]: async () => {
      cutAll();
      server.close();
      await once(server, 'close');
    },
  };
  return way;
}
