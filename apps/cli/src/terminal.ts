import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Where a command reads and writes; a test holds its own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Is somebody watching stdout? */
  readonly interactive: boolean;
  readonly columns: number;
  /** Can somebody be asked? */
  readonly canAsk: boolean;
  /** Shows the question on stderr; `hidden` shows nothing of the answer. */
  ask(question: string, hidden?: 'hidden'): Promise<string>;
  /** All of stdin. */
  readInput(): Promise<string>;
}

export function processTerminal(): Terminal {
  return {
    out: (line) => void process.stdout.write(line),
    err: (line) => void process.stderr.write(line),
    interactive: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? 80,
    canAsk: process.stdin.isTTY === true,
    ask: askPerson,
    readInput: () => text(process.stdin),
  };
}

async function askPerson(question: string, hidden?: 'hidden'): Promise<string> {
  process.stderr.write(question);
  // readline echoes what is typed through its output: for a secret that output swallows everything.
  const swallow = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: hidden ? swallow : process.stderr, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    if (hidden) process.stderr.write('\n');
  }
}
