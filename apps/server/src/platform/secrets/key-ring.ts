import { randomBytes } from 'node:crypto';

export interface RingKey {
  readonly id: string;
  /** 32 bytes, AES-256. */
  readonly key: Uint8Array;
}

/** The keys of this installation. New values are sealed with the newest; older ones stay to read what they sealed. */
export interface KeyRing {
  readonly newest: RingKey;
  readonly all: readonly RingKey[];
  find(id: string): RingKey | undefined;
}

export function keyRing(all: readonly RingKey[]): KeyRing {
  const newest = all.at(-1);
  if (!newest) throw new Error('a key ring needs a key');
  return { newest, all, find: (id) => all.find((key) => key.id === id) };
}

export const newKey = (): RingKey => ({ id: `k${randomBytes(4).toString('hex')}`, key: randomBytes(32) });

const line = /^(k[0-9a-z]{1,30}) ([0-9a-f]{64})$/;

/** One key a line, oldest first: `<id> <64 hex digits>`; lines beginning with # are for people. */
export function parseKeys(text: string): KeyRing {
  const keys = text
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row, position) => {
      const [, id, hex] = line.exec(row) ?? [];
      if (id === undefined || hex === undefined) throw new Error(`key ${position + 1} is not "<id> <64 hex digits>"`);
      return { id, key: Buffer.from(hex, 'hex') };
    });
  if (new Set(keys.map((key) => key.id)).size !== keys.length) throw new Error('two keys have the same id');
  return keyRing(keys);
}

export const printKeys = (keys: KeyRing): string =>
  `# Keys of this Myriad, oldest first. Who has them and the store can read every secret. Keep a copy elsewhere.\n${keys.all
    .map((key) => `${key.id} ${Buffer.from(key.key).toString('hex')}\n`)
    .join('')}`;
