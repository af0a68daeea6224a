import type { Socket } from 'node:net';
import { framed, lenenc, lenencBytes, resultPackets } from './packets.ts';

/** Writes a byte every 50 ms, in order. */
export function dripInto(socket: Socket): (bytes: Buffer) => void {
  const left: number[] = [];
  const timer = setInterval(() => {
    const byte = left.shift();
    if (byte !== undefined && !socket.destroyed) socket.write(Buffer.from([byte]));
  }, 50);
  socket.on('close', () => clearInterval(timer));
  return (bytes) => void left.push(...bytes);
}

/** Sends without end, as fast as the client takes it. */
export function flood(socket: Socket, how: 'huge-answer' | 'huge-packet'): void {
  const chunk = how === 'huge-packet' ? longPacket() : manyRows();
  const head = how === 'huge-packet' ? Buffer.alloc(0) : resultHead();
  socket.write(head);
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on('drain', more);
  more();
}

/** Columns and the end of columns: the result without its own end. */
function resultHead(): Buffer {
  const whole = resultPackets({ columns: ['Variable_name', 'Value'], rows: [] }, 'text');
  return whole.subarray(0, whole.length - 9);
}

/** 256 of them: so the sequence numbers, which wrap there, stay right however often it is sent. */
const manyRows = (): Buffer =>
  Buffer.concat(
    Array.from({ length: 256 }, (_, at) =>
      framed(5 + at, Buffer.concat([lenencBytes(Buffer.from('x')), lenencBytes(Buffer.alloc(1000, 97))])),
    ),
  );

/** 64 KB of a packet that never ends: every 16 MB another one follows that belongs to it. */
function longPacket(): Buffer {
  const payload = Buffer.concat([lenenc(1), Buffer.alloc(0xffffff - 1, 0xff)]);
  return framed(1, payload);
}
