import type { Words } from '@myriad/contract';
import type { Part } from '@myriad/mysql';
import { refusalWords } from './refusal-words.ts';

type ShownPart<Item> =
  | { readonly ok: true; readonly items: Item[]; readonly more: boolean }
  | { readonly ok: false; readonly words: Words };

/** A part as it leaves: its items made harmless one by one, or why there are none. */
export const shownPart = <Value, Item>(part: Part<readonly Value[]>, show: (value: Value) => Item): ShownPart<Item> =>
  part.ok
    ? { ok: true, items: part.value.map(show), more: part.more === true }
    : { ok: false, words: refusalWords(part) };

/** Only whether it could be seen. */
export const seenPart = (part: Part<unknown>) =>
  part.ok ? ({ ok: true, more: part.more === true } as const) : ({ ok: false, words: refusalWords(part) } as const);
