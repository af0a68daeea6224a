import { createServer } from 'node:net';

/** A port nobody else got from here, still bound until `release()`: call that right before the server binds it. */
export interface HeldPort {
  readonly port: number;
  release(): Promise<void>;
}

const LOWEST = 20_000;
// Linux hands out ports from 32768 up to outgoing connections: a "free" one from there can be taken at any moment.
const HIGHEST = 32_767;

/** Holds a free TCP port below the outgoing range on `address`. @throws when 200 tries found none. */
export async function holdFreePort(address = '127.0.0.1'): Promise<HeldPort> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST + 1));
    const held = await tryHold(address, port);
    if (held) return held;
  }
  throw new Error(`no free port found on ${address} between ${LOWEST} and ${HIGHEST}`);
}

/** The number alone, for programs that bind a moment later. Prefer `holdFreePort`, which leaves no gap. */
export async function freePort(address = '127.0.0.1'): Promise<number> {
  const held = await holdFreePort(address);
  await held.release();
  return held.port;
}

/** Whether nothing listens there now. */
export async function isPortFree(address: string, port: number): Promise<boolean> {
  const held = await tryHold(address, port);
  await held?.release();
  return held !== undefined;
}

function tryHold(address: string, port: number): Promise<HeldPort | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: address, port, exclusive: true }, () =>
      resolve({ port, release: () => new Promise((done) => server.close(() => done())) }),
    );
  });
}
