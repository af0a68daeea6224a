import { isNameCode } from '../lexer/characters.ts';

/** How deep in BEGIN and CASE the text stands. `END` waits for the word behind it: END IF closes no BEGIN. */
export interface RoutineBody {
  depth: number;
  hasEnded: boolean;
}

/** `DEFINER = 'a'@'%'` and the like may stand before the noun. */
const routine =
  /^create\s+(?:or\s+replace\s+)?(?:definer\s*=\s*\S+(?:\s*@\s*\S+)?\s+)?(?:aggregate\s+)?(?:procedure|function|trigger|event)\b/i;
/** What no body holds: a routine neither makes nor drops another one, and DELIMITER is the client's. */
const outside = /^(?:delimiter\s|drop\s+(?:procedure|function|trigger|event)\b)/i;
const mostHead = 600;

export function startRoutineBody(text: string, start: number): RoutineBody | undefined {
  if ((text.charCodeAt(start) | 32) !== 99 /* c */) return undefined;
  return routine.test(text.slice(start, start + mostHead)) ? { depth: 0, hasEnded: false } : undefined;
}

/** Whether a semicolon stands inside of BEGIN … END; `next` is where the next statement would start. */
export function isInsideBody(body: RoutineBody, text: string, next: number): boolean {
  settle(body);
  if (body.depth === 0) return false;
  const head = text.slice(next, next + mostHead);
  return !routine.test(head) && !outside.test(head);
}

/** Past the word at `at`. */
export function takeBodyWord(body: RoutineBody, text: string, at: number): number {
  let end = at + 1;
  while (isNameCode(text.charCodeAt(end))) end += 1;
  const before = text.charCodeAt(at - 1);
  const isPart = before === 46 || before === 64 || text.charCodeAt(end) === 46; // a.b, @a
  if (isPart || end - at > longestWord) settle(body);
  else takeWord(body, text.slice(at, end).toUpperCase());
  return end;
}

const longestWord = 6;
const otherBlocks: ReadonlySet<string> = new Set(['IF', 'LOOP', 'REPEAT', 'WHILE', 'FOR']);

function takeWord(body: RoutineBody, word: string): void {
  if (body.hasEnded && otherBlocks.has(word)) {
    body.hasEnded = false;
    return;
  }
  const isEndOfCase = body.hasEnded && word === 'CASE';
  settle(body);
  if (word === 'BEGIN' || (word === 'CASE' && !isEndOfCase)) body.depth += 1;
  else if (word === 'END') body.hasEnded = true;
}

function settle(body: RoutineBody): void {
  if (body.hasEnded) body.depth = Math.max(0, body.depth - 1);
  body.hasEnded = false;
}
