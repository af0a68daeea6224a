/** A place or a row as text for an address; read back by the list that wrote it, without meaning to anybody else. */
export const writeOpaque = (value: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** What `writeOpaque` was given, or undefined for text it did not write; the caller judges the shape and refuses. */
export function readOpaque(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A text that no list gave out as a place in it. */
export class CursorUnreadable extends Error {
  override readonly name = 'CursorUnreadable';
}

export const notACursor = (): CursorUnreadable => new CursorUnreadable('not a cursor this list gave out');
