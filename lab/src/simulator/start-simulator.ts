import { createServer, type Server } from 'node:net';
import { freePort } from '../free-port.ts';
import { speak } from './connection.ts';
import type { Account } from './login.ts';
import { makeFleet, type SimulatedServer } from './simulated-server.ts';

export interface SimulatorOptions {
  readonly servers: number;
  readonly clusters: number;
  /** One for all servers; default: everybody is let in. */
  readonly account?: Account;
  /** First address of the fleet; default 127.80.0.1. */
  readonly firstAddress?: string;
  /** Default: a free one. */
  readonly port?: number;
  readonly now?: () => number;
  readonly onStatement?: (server: SimulatedServer, sql: string) => void;
}

export interface Simulator extends AsyncDisposable {
  /** Scripts: change their fields, and they behave so from the next byte on. */
  readonly fleet: readonly SimulatedServer[];
  readonly port: number;
  /** Connections open now. */
  connections(): number;
  /** Cuts every connection of one server, as its death would. */
  cut(index: number): void;
}

/**
 * Many servers that speak as much of the MySQL protocol as a sweep needs, one address of 127.0.0.0/8 each, all behind one
 * listening socket. Linux only: there the whole block answers.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const now = options.now ?? Date.now;
  const port = options.port ?? (await freePort('0.0.0.0'));
  const fleet = makeFleet({ ...options, port, startedAt: now() });
  const byAddress = new Map(fleet.map((server) => [server.address, server]));
  const open = new Map<number, Set<import('node:net').Socket>>();
  let count = 0;
  const listener: Server = createServer((socket) => {
    // The listener is open to all addresses of this machine, the fleet only to its own loopback.
    const server = byAddress.get(socket.localAddress ?? '');
    if (!server?.up) return void socket.resetAndDestroy();
    const of = open.get(server.index) ?? new Set();
    open.set(server.index, of.add(socket));
    count += 1;
    socket.on('close', () => {
      of.delete(socket);
      count -= 1;
    });
    speak(socket, { server, account: options.account ?? null, now, onStatement: options.onStatement });
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen({ host: '0.0.0.0', port, backlog: 4096 }, resolve);
  });
  const cut = (index: number) => {
    for (const socket of open.get(index) ?? []) socket.resetAndDestroy();
  };
  return {
    fleet,
    port,
    connections: () => count,
    cut,
    [Symbol.asyncDispose]: async () => {
      for (const index of open.keys()) cut(index);
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
