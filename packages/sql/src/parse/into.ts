import type { Expression } from '../ast/expression.ts';
import type { FileFormat, Into } from '../ast/query.ts';
import { TokenType } from '../lexer/tokens.ts';
import { accept, type Cursor, endOf, expect, fail, is, listOf, startOf, typeOf } from './cursor.ts';
import { acceptCharset } from './data-type.ts';
import { parseString, parseTextOrBytes } from './literals.ts';
import { parseCharsetName, takeVariableName } from './names.ts';
import { parseColumnName } from './primary.ts';

/** INTO OUTFILE, INTO DUMPFILE, INTO variables. */
export function parseInto(p: Cursor): Into {
  const start = startOf(p);
  expect(p, 'INTO');
  if (accept(p, 'DUMPFILE')) return makeInto(p, start, 'DUMPFILE', parseString(p));
  if (accept(p, 'OUTFILE')) {
    const file = parseString(p);
    const charset = acceptCharset(p) ? parseCharsetName(p) : undefined;
    return makeInto(p, start, 'OUTFILE', file, charset, parseFileFormat(p));
  }
  const variables = listOf(p, parseTargetVariable);
  const nothing = undefined;
  const end = endOf(p);
  return { kind: 'into', start, end, target: 'VARIABLES', variables, file: nothing, charset: nothing, format: nothing };
}

function makeInto(
  p: Cursor,
  start: number,
  target: 'OUTFILE' | 'DUMPFILE',
  file: Expression,
  charset: string | undefined = undefined,
  format: FileFormat | undefined = undefined,
): Into {
  return { kind: 'into', start, end: endOf(p), target, variables: [], file, charset, format };
}

/** @name, or a variable of a routine. */
export function parseTargetVariable(p: Cursor): Expression {
  const start = startOf(p);
  if (typeOf(p) !== TokenType.variable) return parseColumnName(p);
  const name = takeVariableName(p);
  return { kind: 'user-variable', start, end: endOf(p), name };
}

/** FIELDS | COLUMNS … LINES …; `undefined` when neither stands here. */
export function parseFileFormat(p: Cursor): FileFormat | undefined {
  const start = startOf(p);
  const has = is(p, 'FIELDS') || is(p, 'COLUMNS') || is(p, 'LINES');
  if (!has) return undefined;
  let [fieldsTerminated, fieldsEnclosed, fieldsEscaped]: (Expression | undefined)[] = [];
  let [linesStarting, linesTerminated]: (Expression | undefined)[] = [];
  let optionallyEnclosed = false;
  if (accept(p, 'FIELDS') || accept(p, 'COLUMNS')) {
    for (let count = 0; ; count += 1) {
      if (accept(p, 'TERMINATED')) fieldsTerminated = parseBy(p);
      else if (is(p, 'OPTIONALLY') || is(p, 'ENCLOSED')) {
        optionallyEnclosed = accept(p, 'OPTIONALLY') || optionallyEnclosed;
        expect(p, 'ENCLOSED');
        fieldsEnclosed = parseBy(p);
      } else if (accept(p, 'ESCAPED')) fieldsEscaped = parseBy(p);
      else if (count === 0) fail(p, 'TERMINATED', 'ENCLOSED', 'ESCAPED');
      else break;
    }
  }
  if (accept(p, 'LINES')) {
    for (let count = 0; ; count += 1) {
      if (accept(p, 'TERMINATED')) linesTerminated = parseBy(p);
      else if (accept(p, 'STARTING')) linesStarting = parseBy(p);
      else if (count === 0) fail(p, 'TERMINATED', 'STARTING');
      else break;
    }
  }
  return {
    kind: 'file-format', start, end: endOf(p),
    fieldsTerminated, fieldsEnclosed, optionallyEnclosed, fieldsEscaped, linesStarting, linesTerminated,
  }; // biome-ignore format: one line of keys
}

function parseBy(p: Cursor): Expression {
  expect(p, 'BY');
  return parseTextOrBytes(p);
}
