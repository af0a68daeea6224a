import type { Delete, Portion, Update } from '../ast/dml.ts';
import type { Expression } from '../ast/expression.ts';
import type { QualifiedName } from '../ast/node.ts';
import type { TableReference, With } from '../ast/query.ts';
import { accept, acceptOneOf, type Cursor, endOf, expect, fail, is, isAhead, listOf, startOf } from './cursor.ts';
import { parseArithmetic, parseExpression } from './expression.ts';
import { takeHint } from './hints.ts';
import { parseAssignment, parseReturning } from './insert.ts';
import { parseDeleteTarget, parseName, parseQualifiedName } from './names.ts';
import { parseLimit, parseOrderBy } from './order-limit.ts';
import { parsePartitions, parseTableAlias, parseTableReference } from './tables.ts';

/** UPDATE of one table or several. `clause` is the WITH before it. */
export function parseUpdate(p: Cursor, clause: With | undefined = undefined): Update {
  const start = clause?.start ?? startOf(p);
  expect(p, 'UPDATE');
  const hint = takeHint(p);
  const lowPriority = accept(p, 'LOW_PRIORITY');
  const ignore = accept(p, 'IGNORE');
  const tables = listOf(p, parseTableReference);
  const portion = parsePortion(p);
  expect(p, 'SET');
  const assignments = listOf(p, parseAssignment);
  const where = accept(p, 'WHERE') ? parseExpression(p) : undefined;
  const one = p.mariadb || (tables.length === 1 && tables[0]?.kind === 'named-table');
  const orderBy = one ? parseOrderBy(p) : [];
  const limit = one ? parseLimit(p) : undefined;
  if (limit && limit.offset !== undefined && !p.mariadb) fail(p, 'a limit without offset');
  const returning = parseReturning(p);
  return {
    kind: 'update', start, end: endOf(p), hint, with: clause, lowPriority, ignore, tables, portion, assignments, where, orderBy,
    limit, returning,
  }; // biome-ignore format: one line of keys
}

/** FOR PORTION OF period FROM a TO b, MariaDB; stands before the alias there, which tables take after their name. */
function parsePortion(p: Cursor): Portion | undefined {
  const start = startOf(p);
  if (!p.mariadb || !is(p, 'FOR') || !isAhead(p, 1, 'PORTION')) return undefined;
  p.at += 2;
  expect(p, 'OF');
  const period = parseName(p, 'a period');
  expect(p, 'FROM');
  const from = parseArithmetic(p);
  expect(p, 'TO');
  const to = parseArithmetic(p);
  return { kind: 'portion', start, end: endOf(p), period, from, to };
}

interface Target {
  form: Delete['form'];
  targets: readonly QualifiedName[];
  tables: readonly TableReference[];
  portion: Portion | undefined;
  before: Expression | undefined;
}

/** DELETE in its forms. `clause` is the WITH before it. */
export function parseDelete(p: Cursor, clause: With | undefined = undefined): Delete {
  const start = clause?.start ?? startOf(p);
  expect(p, 'DELETE');
  const hint = takeHint(p);
  const options: string[] = [];
  for (let option = takeOption(p); option; option = takeOption(p)) options.push(option);
  const { form, targets, tables, portion, before } = parseTarget(p);
  const where = accept(p, 'WHERE') ? parseExpression(p) : undefined;
  const one = form === 'single' || p.mariadb;
  const orderBy = one ? parseOrderBy(p) : [];
  const limit = one ? parseLimit(p) : undefined;
  const returning = form === 'single' ? parseReturning(p) : [];
  return {
    kind: 'delete', start, end: endOf(p), hint, with: clause, options, form, targets, tables, portion, before, where, orderBy,
    limit, returning,
  }; // biome-ignore format: one line of keys
}

function takeOption(p: Cursor): string | undefined {
  // QUICK is a name where FROM, a dot or a comma follows it as a table.
  if (is(p, 'QUICK') && (isAhead(p, 1, '.') || isAhead(p, 1, ','))) return undefined;
  return acceptOneOf(p, 'LOW_PRIORITY', 'QUICK', 'IGNORE');
}

function parseTarget(p: Cursor): Target {
  if (p.mariadb && is(p, 'HISTORY') && isAhead(p, 1, 'FROM')) return parseHistory(p);
  const nothing = { portion: undefined, before: undefined };
  if (!accept(p, 'FROM')) {
    const targets = listOf(p, parseDeleteTarget);
    expect(p, 'FROM');
    return { form: 'from', targets, tables: listOf(p, parseTableReference), ...nothing };
  }
  if (isUsing(p)) {
    const targets = listOf(p, parseDeleteTarget);
    expect(p, 'USING');
    return { form: 'using', targets, tables: listOf(p, parseTableReference), ...nothing };
  }
  const start = startOf(p);
  const name = parseQualifiedName(p, 'a table');
  const first = is(p, 'PARTITION') ? parsePartitions(p) : [];
  const portion = parsePortion(p);
  const alias = parseTableAlias(p);
  const partitions = first.length === 0 && is(p, 'PARTITION') ? parsePartitions(p) : first;
  const end = endOf(p);
  const table: TableReference = {
    kind: 'named-table', start, end, name, partitions, systemTime: undefined, alias, indexHints: [], sample: undefined,
  }; // biome-ignore format: one line of keys
  return { form: 'single', targets: [], tables: [table], portion, before: undefined };
}

/** Whether names up to USING stand here. */
function isUsing(p: Cursor): boolean {
  for (let ahead = 1; ; ahead += 1) {
    if (isAhead(p, ahead, 'USING') || isAhead(p, ahead, ',')) return true;
    if (!isAhead(p, ahead, '.')) return false;
    ahead += 1;
  }
}

function parseHistory(p: Cursor): Target {
  p.at += 2;
  const start = startOf(p);
  const name = parseQualifiedName(p, 'a table');
  const partitions = is(p, 'PARTITION') ? parsePartitions(p) : [];
  const end = endOf(p);
  const table: TableReference = {
    kind: 'named-table', start, end, name, partitions, systemTime: undefined, alias: undefined, indexHints: [], sample: undefined,
  }; // biome-ignore format: one line of keys
  let before: Expression | undefined;
  if (accept(p, 'BEFORE')) {
    expect(p, 'SYSTEM_TIME');
    if (!accept(p, 'TIMESTAMP')) accept(p, 'TRANSACTION');
    before = parseArithmetic(p);
  }
  return { form: 'history', targets: [], tables: [table], portion: undefined, before };
}
