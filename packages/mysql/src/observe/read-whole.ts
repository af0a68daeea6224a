import { cutValue, shownCharacters } from '../parameters/cut-value.ts';
import { numberOf, textOf } from '../sql-runner.ts';
import { boundedText } from './bounded-text.ts';
import { askAbout, type PortraitLook } from './look.ts';
import { wholeVariable } from './portrait-statements.ts';

/** As long as what SHOW cuts at, or longer. */
export const isCut = (shown: string): boolean => shown.length >= shownCharacters;

/**
 * A value as it is kept: whole, or its beginning and the hash of all of it, so that two that differ only in what is not
 * shown are told apart. Where the server does not give the hash: its beginning alone.
 */
export async function readWhole(look: PortraitLook, name: string, shown: string): Promise<string> {
  const cut = boundedText(shown, shownCharacters);
  if (!/^[a-z]\w{0,63}$/.test(name)) return cut;
  // One that refuses this leaves the others as they are.
  const [row] = await askAbout(look, wholeVariable, name).catch(() => []);
  const [hash, length] = [textOf(row?.hash).toLowerCase(), numberOf(row?.length)];
  if (!/^[0-9a-f]{64}$/.test(hash) || length === null || length < shown.length) return cut;
  if (length === shown.length && length === shownCharacters) return shown;
  return cutValue(shown, hash, length);
}
