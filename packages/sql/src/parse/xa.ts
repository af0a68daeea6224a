import type { Expression } from '../ast/expression.ts';
import type { Xa } from '../ast/transaction.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  refuse,
  startOf,
} from './cursor.ts';
import { parseInteger, parseString, parseTextOrBytes } from './literals.ts';

/** XA START | END | PREPARE | COMMIT | ROLLBACK | RECOVER. */
export function parseXa(p: Cursor): Xa {
  const start = startOf(p);
  expect(p, 'XA');
  const word = expectOneOf(p, 'START', 'BEGIN', 'END', 'PREPARE', 'COMMIT', 'ROLLBACK', 'RECOVER');
  const verb = word === 'BEGIN' ? 'START' : word;
  const xid = verb === 'RECOVER' ? [] : parseXid(p);
  const option = parseOption(p, verb);
  return { kind: 'xa', start, end: endOf(p), verb, xid, option };
}

/** The servers take 64 bytes for each of the two texts. */
function parseXid(p: Cursor): readonly Expression[] {
  const parts: Expression[] = [parsePart(p)];
  if (accept(p, ',')) parts.push(parsePart(p));
  if (parts.length === 2 && accept(p, ',')) parts.push(parseFormat(p));
  return parts;
}

function parsePart(p: Cursor): Expression {
  const part = parseTextOrBytes(p);
  return part.type === 'string' && part.value.length > 64 ? refuse(p, part, 'at most 64 bytes') : part;
}

function parseFormat(p: Cursor): Expression {
  const format = parseInteger(p);
  return format.type === 'integer' && BigInt(format.value) > largestFormat
    ? refuse(p, format, 'too large a number')
    : format;
}

const largestFormat = 2n ** 63n - 1n;

function parseOption(p: Cursor, verb: Xa['verb']): string | undefined {
  if (verb === 'START') return acceptOneOf(p, 'JOIN', 'RESUME');
  if (verb === 'COMMIT') return acceptAll(p, 'ONE', 'PHASE') ? 'ONE PHASE' : undefined;
  if (verb === 'END' && accept(p, 'SUSPEND')) {
    if (!accept(p, 'FOR')) return 'SUSPEND';
    expect(p, 'MIGRATE');
    return 'SUSPEND FOR MIGRATE';
  }
  if (verb !== 'RECOVER') return undefined;
  if (p.mysql) return acceptAll(p, 'CONVERT', 'XID') ? 'CONVERT XID' : undefined;
  if (!accept(p, 'FORMAT')) return undefined;
  expect(p, '=');
  const format = parseString(p).value.toUpperCase();
  return /^\w+$/.test(format) ? `FORMAT = '${format}'` : fail(p, 'SQL', 'RAW');
}
