import type { Duplex } from 'node:stream';

/** Everything a server says until it has let somebody in, with room to spare. */
const mostBytes = 65_536;
const headBytes = 5;

export interface GreetingGuard {
  /** What was wrong, once it was. */
  readonly fault: Error | undefined;
  /** The greeting is over: from here on nobody looks. */
  done(): void;
}

/**
 * Cuts a stream that begins as no MySQL does, or that floods before anybody is let in: the driver would believe the length
 * it reads there, and gather megabytes.
 */
export function guardGreeting(stream: Duplex): GreetingGuard {
  const head: number[] = [];
  let seen = 0;
  let fault: Error | undefined;
  const cut = (what: string) => {
    fault = Object.assign(new Error(what), { code: 'NOT_MYSQL' });
    stream.off('data', look);
    stream.destroy(fault);
  };
  function look(chunk: Buffer): void {
    seen += chunk.length;
    if (head.length < headBytes) {
      head.push(...chunk.subarray(0, headBytes - head.length));
      if (head.length === headBytes && !isGreeting(head)) cut('what answers there does not speak the MySQL protocol');
    }
    if (seen > mostBytes && !fault) cut(`what answers there sent more than ${mostBytes} bytes before it let us in`);
  }
  stream.on('data', look);
  return {
    get fault() {
      return fault;
    },
    done: () => void stream.off('data', look),
  };
}

/** A short first packet, numbered 0: protocol version 10, or an error. */
const isGreeting = ([, middle = 0, high = 0, sequence, kind]: readonly number[]): boolean =>
  high === 0 && middle < 32 && sequence === 0 && (kind === 10 || kind === 0xff);
