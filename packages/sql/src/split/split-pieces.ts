import type { Dialect } from '../dialect.ts';
import { type ScriptPart, type ScriptPosition, splitScript } from './split.ts';

/** A stretch of a long script: all offsets of its parts are those of `text`. */
export interface ScriptWindow {
  readonly text: string;
  /** Line and column of the first character of `text` in the whole script, from 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly parts: readonly ScriptPart[];
  /** The part behind the last of `parts`, whose own window is to come; `undefined` where the script ends. */
  readonly next: ScriptPart | undefined;
}

/**
 * The statements of a script that comes in pieces of any size: the same as `splitScript` finds in the whole text, holding
 * no more of it than the longest three statements. Linear in the length of the script.
 */
export async function* splitPieces(
  pieces: AsyncIterable<string> | Iterable<string>,
  dialect: Dialect,
): AsyncGenerator<ScriptWindow, void> {
  let held: Held = { text: '', line: 1, column: 1, begin: { at: 0, line: 1, delimiter: ';' } };
  // Twice what is held is read before it is looked at again: each character is then looked at a few times at most.
  let enough = 0;
  for await (const piece of pieces) {
    held = { ...held, text: held.text + piece };
    if (held.text.length < enough) continue;
    // Of the last two parts the end of the text may have cut the one, and comments behind the other.
    const parts = [...splitScript(held.text, dialect, held.begin)];
    const [next, kept] = [parts.at(-2), parts.slice(0, -2)];
    if (next !== undefined && kept.length > 0) {
      yield { text: held.text, line: held.line, column: held.column, parts: kept, next };
      held = restOf(held, next);
    }
    enough = held.text.length * 2;
  }
  const parts = [...splitScript(held.text, dialect, held.begin)];
  if (parts.length > 0) yield { text: held.text, line: held.line, column: held.column, parts, next: undefined };
}

interface Held {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly begin: ScriptPosition;
}

/** What is left from the end of a delimiter on, one character of which stays: no comment before it is taken for its own. */
function restOf({ text, line, column }: Held, { from, start, line: startLine, delimiter }: ScriptPart): Held {
  const cut = from - 1;
  const atFrom = startLine - countLines(text, from, start);
  const atCut = atFrom - countLines(text, cut, from);
  const lineStart = text.lastIndexOf('\n', cut - 1) + 1;
  return {
    text: text.slice(cut),
    line: atCut,
    column: atCut === line ? column + cut : cut - lineStart + 1,
    begin: { at: 1, line: atFrom, delimiter },
  };
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
