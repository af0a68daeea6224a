import { notACursor, readOpaque, writeOpaque } from '../../platform/database/opaque.ts';

/** A place in a list that is put together in memory. */
export const writeOffset = (offset: number): string => writeOpaque(['offset', offset]);

/** @throws CursorUnreadable (in an answer: INPUT_INVALID) for anything `writeOffset` did not write */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const found = readOpaque(cursor);
  const offset = Array.isArray(found) && found[0] === 'offset' ? found[1] : undefined;
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0) throw notACursor();
  return offset;
}
