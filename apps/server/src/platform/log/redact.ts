import type { LogFields } from './log.ts';

export interface Redactor {
  hide(secret: string): void;
  /** Hidden values in a finished line. */
  blank(line: string): string;
  /** Values under names that speak of secrets; errors become plain objects. */
  clean(fields: LogFields): LogFields;
}

const secretName = /pass(word|wd|phrase)|secret|token|private_?key|authorization|cookie|credential/i;
/** Names that carry ids, never values. */
const harmless = /(id|ids|count|kind|prefix)$/i;
const blanked = '[hidden]';
const deepest = 6;
/** Shorter ones would blank half the log. */
const shortestSecret = 6;
/** Each line is looked through for all of them: this many cost a short line about a millisecond. */
const mostSecrets = 10_000;

export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  return {
    hide: (secret) => {
      if (secret.length < shortestSecret) return;
      // As it is, and as it would stand in a JSON line. Deleted first, so that the order is by last use: what is read again
      // and again is never the one to go.
      for (const form of [secret, JSON.stringify(secret).slice(1, -1)]) {
        secrets.delete(form);
        secrets.add(form);
      }
      for (const oldest of secrets) {
        if (secrets.size <= mostSecrets) break;
        secrets.delete(oldest);
      }
    },
    blank: (line) => {
      let clean = line;
      for (const secret of secrets) if (clean.includes(secret)) clean = clean.replaceAll(secret, blanked);
      return clean;
    },
    clean: (fields) => cleanObject(fields, 0),
  };
}

const cleanObject = (fields: LogFields, depth: number): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      secretName.test(name) && !harmless.test(name) ? blanked : cleanValue(value, depth + 1),
    ]),
  );

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (depth > deepest) return '[deep]';
  if (value instanceof Error) return cleanError(value, depth);
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, depth + 1));
  return cleanObject(Object.fromEntries(Object.entries(value)), depth);
}

/** Own properties of foreign errors may hold the request with its password, so only these are kept. */
const cleanError = (error: Error, depth: number): LogFields => ({
  name: error.name,
  message: error.message,
  ...('code' in error ? { code: cleanValue(error.code, depth + 1) } : {}),
  stack: error.stack,
  ...(error.cause instanceof Error ? { cause: cleanValue(error.cause, depth + 1) } : {}),
});
