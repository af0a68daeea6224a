import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * A way for programs of the same user on the same machine to talk with the running server: a socket in its data folder,
 * protected by file permissions, one JSON value a line. It lives as long as the server, and a conversation as long as both
 * sides: what one side asked for can be given back the moment it is gone, however it died. No signal or file can do that.
 */
export interface ControlLine {
  send(message: unknown): void;
  /** What the other side says, in order; ends when it is gone. To be read once. */
  readonly messages: AsyncIterable<unknown>;
  close(): void;
}

export interface ControlServer {
  close(): Promise<void>;
}

const socketName = 'control.sock';
/** A socket path holds at most 107 bytes on Linux, 103 on macOS (unix(7)). */
const longestPath = 103;

/** Somebody answers in this folder already. */
export class ControlTakenError extends Error {
  constructor(folder: string) {
    super(`another server answers in ${folder}. Stop it first, or set MYRIAD_HOME to another folder.`);
    this.name = 'ControlTakenError';
  }
}

/** Listens in the folder. A socket left by a dead server is replaced; a living one is not: ControlTakenError. */
export async function serveControl(folder: string, talk: (line: ControlLine) => Promise<void>): Promise<ControlServer> {
  const other = await callControl(folder);
  other?.close();
  if (other) throw new ControlTakenError(folder);
  rmSync(join(folder, socketName), { force: true });
  const place = shortPlace(folder);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const end = () => void socket.end();
    talk(lineOver(socket)).then(end, end);
  });
  // The folder is for its owner alone; the socket too, from its first moment.
  const before = process.umask(0o077);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(place.path, resolve);
    });
  } finally {
    process.umask(before);
  }
  chmodSync(place.path, 0o600);
  server.unref();
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await closed;
      place.release();
    },
  };
}

/** Calls the server of that folder; undefined: nobody answers there. */
export async function callControl(folder: string): Promise<ControlLine | undefined> {
  let place: Place;
  try {
    place = shortPlace(folder);
  } catch {
    return undefined;
  }
  const socket = connect(place.path);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return lineOver(socket);
  } catch {
    socket.destroy();
    return undefined;
  } finally {
    place.release();
  }
}

interface Place {
  readonly path: string;
  release(): void;
}

/** A long folder is named by a descriptor, which Linux resolves without a limit of length. */
function shortPlace(folder: string): Place {
  const path = join(folder, socketName);
  if (Buffer.byteLength(path) <= longestPath) return { path, release: () => {} };
  if (process.platform !== 'linux') throw new Error(`the path of the data folder is too long for a socket: ${folder}`);
  const descriptor = openSync(folder, 'r');
  return { path: `/proc/self/fd/${descriptor}/${socketName}`, release: () => closeSync(descriptor) };
}

function lineOver(socket: Socket): ControlLine {
  // Its end is seen by whoever reads; without a listener a broken pipe would end the process.
  socket.on('error', () => {});
  return {
    send: (message) => void socket.write(`${JSON.stringify(message)}\n`),
    messages: messagesOf(socket),
    close: () => void socket.destroy(),
  };
}

async function* messagesOf(socket: Socket): AsyncIterable<unknown> {
  try {
    for await (const line of createInterface({ input: socket })) {
      if (line.trim() !== '') yield JSON.parse(line) as unknown;
    }
  } catch {
    // The other side died in the middle of a line, or speaks something else: the conversation is over.
    socket.destroy();
  }
}
