import type { Expression } from '../ast/expression.ts';
import { accept, type Cursor } from './cursor.ts';
import { parseCastType } from './data-type.ts';
import { parseExpression } from './expression.ts';
import { addArgument, addWord, closeCall, openCall } from './special-calls.ts';

/** COLUMN_CREATE('a', 1 AS INT, …), COLUMN_ADD and COLUMN_GET of MariaDB: arguments with a type behind them. */
export function parseDynamicColumns(p: Cursor): Expression {
  const parts = openCall(p);
  for (let more = true; more; more = accept(p, ',')) {
    if (parts.args.length > 0) addWord(parts, ',');
    addArgument(parts, parseExpression(p));
    if (!accept(p, 'AS')) continue;
    const type = parseCastType(p);
    addWord(parts, `AS ${p.text.slice(type.start, type.end)}`);
  }
  return closeCall(parts);
}
