import type { Dialect } from '../dialect.ts';
import { isNameCode } from '../lexer/characters.ts';

/** How deep in BEGIN and CASE the text stands. `END` waits for the word behind it: END IF closes no BEGIN. */
export interface RoutineBody {
  depth: number;
  hasEnded: boolean;
  /** MariaDB's ORACLE mode: declarations with semicolons stand before BEGIN, behind IS, AS or DECLARE. */
  readonly oracle: boolean;
  /** A procedure or function: IS and AS begin its declarations. */
  readonly isRoutine: boolean;
  /** A package is open from its first word on; BEGIN at its own level opens nothing, the END of the package closes it. */
  readonly isPackage: boolean;
  /** Of a package: behind the head of a routine of it, whose BEGIN opens a block. */
  inRoutine: 'no' | 'head' | 'body';
  /** BEGIN is still to come. */
  awaitsBegin: boolean;
}

/** `DEFINER = 'a'@'%'` and the like may stand before the noun. */
const routine =
  /^create\s+(?:or\s+replace\s+)?(?:definer\s*=\s*\S+(?:\s*@\s*\S+)?\s+)?(?:aggregate\s+)?(procedure|function|trigger|event|package)\b/i;
/** An anonymous block of ORACLE mode. */
const block = /^(?:begin|declare)\b/i;
/** What no body holds: a routine neither makes nor drops another one, and DELIMITER is the client's. */
const outside = /^(?:delimiter\s|drop\s+(?:procedure|function|trigger|event|package)\b)/i;
/** Statements without statements in them, whatever their delimiter is. */
const plain =
  /^(?:drop|set|select|insert|replace|update|delete|truncate|use|call|grant|revoke|commit|alter\s+table|create\s+(?:table|index))\b/i;
const mostHead = 600;

export const holdsNoBody = (text: string, start: number): boolean => plain.test(text.slice(start, start + 40));

export function startRoutineBody(text: string, start: number, dialect: Dialect): RoutineBody | undefined {
  const { oracle } = dialect.sqlMode;
  const first = text.charCodeAt(start) | 32;
  if (first !== 99 /* c */ && !(oracle && (first === 98 || first === 100)) /* b, d */) return undefined;
  const head = text.slice(start, start + mostHead);
  const noun = first === 99 ? routine.exec(head)?.[1] : undefined;
  if (noun === undefined && (first === 99 || !block.test(head))) return undefined;
  const isPackage = dialect.flavour === 'mariadb' && /^package$/i.test(noun ?? '');
  const isRoutine = /^(?:procedure|function)$/i.test(noun ?? '');
  const depth = isPackage ? 1 : 0;
  return { depth, hasEnded: false, oracle, isPackage, isRoutine, inRoutine: 'no', awaitsBegin: false };
}

/** Whether a semicolon stands inside of BEGIN … END; `next` is where the next statement would start. */
export function isInsideBody(body: RoutineBody, text: string, next: number): boolean {
  settle(body);
  if (body.depth === 0 && !body.awaitsBegin) return false;
  if (body.isPackage && body.depth === 1 && body.inRoutine === 'head') body.inRoutine = 'no';
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

const longestWord = 9;
const otherBlocks: ReadonlySet<string> = new Set(['IF', 'LOOP', 'REPEAT', 'WHILE', 'FOR']);

function takeWord(body: RoutineBody, word: string): void {
  if (body.hasEnded && otherBlocks.has(word)) {
    body.hasEnded = false;
    return;
  }
  const isEndOfCase = body.hasEnded && word === 'CASE';
  settle(body);
  if (word === 'BEGIN') takeBegin(body);
  else if (word === 'CASE' && !isEndOfCase) body.depth += 1;
  else if (word === 'END') body.hasEnded = true;
  else if (body.isPackage || body.oracle) takeHeadWord(body, word);
}

function takeBegin(body: RoutineBody): void {
  body.awaitsBegin = false;
  if (body.oracle && body.isPackage && body.depth === 1 && body.inRoutine === 'no') return;
  body.inRoutine = 'no';
  body.depth += 1;
}

/** Words before the BEGIN of a routine. */
function takeHeadWord(body: RoutineBody, word: string): void {
  const own = body.isPackage ? 1 : 0;
  if (body.depth !== own) return;
  if (word === 'PROCEDURE' || word === 'FUNCTION') body.inRoutine = 'head';
  else if (word === 'IS' || word === 'AS' || word === 'DECLARE') {
    if (body.inRoutine === 'head') body.inRoutine = 'body';
    body.awaitsBegin = body.oracle && !body.isPackage && (body.isRoutine || word === 'DECLARE');
  }
}

function settle(body: RoutineBody): void {
  if (body.hasEnded) body.depth = Math.max(0, body.depth - 1);
  body.hasEnded = false;
}
