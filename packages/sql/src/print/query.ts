import type * as Ast from '../ast/query.ts';
import { after, clause, inBrackets, list, type Print, type Printers, words } from './printer.ts';

type QueryNodes =
  | Ast.Query | Ast.Select | Ast.SetOperation | Ast.SetPart | Ast.ValuesTable | Ast.ValuesRow | Ast.TableQuery | Ast.With
  | Ast.CommonTable | Ast.SelectItem | Ast.GroupBy | Ast.OrderItem | Ast.Limit | Ast.Lock | Ast.Into | Ast.FileFormat
  | Ast.NamedWindow | Ast.WindowSpec | Ast.Frame | Ast.FrameBound | Ast.NamedTable | Ast.TableSample | Ast.SystemTime
  | Ast.IndexHint | Ast.DerivedTable | Ast.TableGroup | Ast.Join | Ast.JsonTable | Ast.JsonTableColumn
  | Ast.JsonTableAnswer; // biome-ignore format: a list

const body = (node: Ast.QueryBody, print: Print): string => (node.kind === 'query' ? `(${print(node)})` : print(node));

const alias = (node: Ast.NamedTable['alias'], print: Print): string => after('AS', node, print);

/** INTERSECT inside a UNION binds tighter by itself: no brackets. */
export const queryPrinters: Printers<QueryNodes> = {
  query: (node, print) =>
    words(
      print(node.with),
      body(node.body, print),
      clause('ORDER BY', node.orderBy, print),
      print(node.limit),
      after('PROCEDURE', node.procedure, print),
      print(node.into),
      list(node.locks, print, ' '),
    ),
  select: (node, print) =>
    words(
      'SELECT',
      node.hint === undefined ? '' : `/*+ ${node.hint} */`,
      node.distinct && 'DISTINCT',
      ...node.options,
      list(node.items, print),
      print(node.into),
      node.dual && 'FROM DUAL',
      clause('FROM', node.from, print),
      after('WHERE', node.where, print),
      print(node.groupBy),
      after('HAVING', node.having, print),
      clause('WINDOW', node.windows, print),
      after('QUALIFY', node.qualify, print),
    ),
  'set-operation': ({ first, rest }, print) => words(body(first, print), list(rest, print, ' ')),
  'set-part': (node, print) => words(node.operator, node.quantifier, body(node.body, print)),
  'values-table': ({ rows }, print) => `VALUES ${list(rows, print)}`,
  'values-row': ({ word, items }, print) => `${word ? 'ROW' : ''}(${list(items, print)})`,
  'table-query': ({ name }, print) => `TABLE ${print(name)}`,
  with: ({ recursive, tables }, print) => words('WITH', recursive && 'RECURSIVE', list(tables, print)),
  'common-table': ({ name, columns, query, cycle }, print) =>
    words(
      print(name),
      inBrackets(columns, print),
      `AS (${print(query)})`,
      cycle.length > 0 && `CYCLE ${list(cycle, print)} RESTRICT`,
    ),
  'select-item': (node, print) => words(print(node.expression), alias(node.alias, print)),
  'group-by': ({ items, modifier }, print) =>
    modifier === 'WITH ROLLUP' || modifier === undefined
      ? words('GROUP BY', list(items, print), modifier)
      : `GROUP BY ${modifier} (${list(items, print)})`,
  'order-item': ({ expression, direction }, print) => words(print(expression), direction),
  limit: printLimit,
  lock: ({ strength, of, wait, seconds }, print) => words(strength, clause('OF', of, print), wait, print(seconds)),
  into: ({ target, variables, file, charset, format }, print) =>
    target === 'VARIABLES'
      ? `INTO ${list(variables, print)}`
      : words(`INTO ${target}`, print(file), charset && `CHARACTER SET ${charset}`, print(format)),
  'file-format': printFileFormat,
  'named-window': ({ name, spec }, print) => `${print(name)} AS ${print(spec)}`,
  'window-spec': ({ base, partitionBy, orderBy, frame }, print) =>
    `(${words(print(base), clause('PARTITION BY', partitionBy, print), clause('ORDER BY', orderBy, print), print(frame))})`,
  frame: ({ unit, from, to, exclude }, print) =>
    words(
      unit,
      to ? `BETWEEN ${print(from)} AND ${print(to)}` : print(from),
      exclude !== undefined && `EXCLUDE ${exclude}`,
    ),
  'frame-bound': ({ bound, amount }, print) => words(print(amount), bound),
  'named-table': (node, print) =>
    words(
      print(node.name),
      node.partitions.length > 0 && `PARTITION (${list(node.partitions, print)})`,
      print(node.systemTime),
      alias(node.alias, print),
      print(node.sample),
      list(node.indexHints, print, ' '),
    ),
  'table-sample': ({ method, percent }, print) => `TABLESAMPLE ${method} (${print(percent)})`,
  'system-time': ({ form, unit, from, to }, print) => {
    const [first, second] = [words(unit, print(from)), words(unit, print(to))];
    if (form === 'ALL') return 'FOR SYSTEM_TIME ALL';
    if (form === 'AS OF') return `FOR SYSTEM_TIME AS OF ${first}`;
    return `FOR SYSTEM_TIME ${form} ${first} ${form === 'FROM' ? 'TO' : 'AND'} ${second}`;
  },
  'index-hint': ({ action, scope, indexes }, print) =>
    words(action, 'INDEX', scope && `FOR ${scope}`, `(${list(indexes, print)})`),
  'derived-table': (node, print) =>
    words(
      node.lateral && 'LATERAL',
      `(${print(node.query)})`,
      print(node.systemTime),
      alias(node.alias, print),
      inBrackets(node.columns, print),
    ),
  'table-group': ({ odbc, tables }, print) => (odbc ? `{OJ ${list(tables, print)}}` : `(${list(tables, print)})`),
  join: (node, print) =>
    words(
      print(node.left),
      node.natural && 'NATURAL',
      node.type,
      node.right.kind === 'join' && !needsNoBrackets(node) ? `(${print(node.right)})` : print(node.right),
      after('ON', node.on, print),
      node.using.length > 0 && `USING (${list(node.using, print)})`,
    ),
  'json-table': ({ document, path, columns, alias: name }, print) =>
    words(`JSON_TABLE(${print(document)}, ${print(path)} COLUMNS (${list(columns, print)}))`, alias(name, print)),
  'json-table-column': printJsonColumn,
  'json-table-answer': ({ answer, value }, print) => words(answer, print(value)),
};

/** `a JOIN b JOIN c ON x ON y` reads back as it was only while this join has a condition of its own. */
const needsNoBrackets = ({ on, using }: Ast.Join): boolean => on !== undefined || using.length > 0;

function printLimit({ style, count, offset, withTies, rowsExamined }: Ast.Limit, print: Print): string {
  const examined = after('ROWS EXAMINED', rowsExamined, print);
  if (style === 'fetch') {
    const skip = offset && `OFFSET ${print(offset)} ROWS`;
    const isOffsetOnly = count === undefined && offset !== undefined && !withTies;
    return words(skip, !isOffsetOnly && words('FETCH FIRST', print(count), 'ROWS', withTies ? 'WITH TIES' : 'ONLY'));
  }
  if (style === 'comma') return words(`LIMIT ${print(offset)}, ${print(count)}`, examined);
  return words('LIMIT', print(count), after('OFFSET', offset, print), examined);
}

function printFileFormat(node: Ast.FileFormat, print: Print): string {
  const fields = words(
    after('TERMINATED BY', node.fieldsTerminated, print),
    node.optionallyEnclosed && 'OPTIONALLY',
    after('ENCLOSED BY', node.fieldsEnclosed, print),
    after('ESCAPED BY', node.fieldsEscaped, print),
  );
  const lines = words(
    after('STARTING BY', node.linesStarting, print),
    after('TERMINATED BY', node.linesTerminated, print),
  );
  return words(fields && `FIELDS ${fields}`, lines && `LINES ${lines}`);
}

function printJsonColumn(node: Ast.JsonTableColumn, print: Print): string {
  if (node.role === 'nested') return `NESTED PATH ${print(node.path)} COLUMNS (${list(node.columns, print)})`;
  if (node.role === 'ordinality') return `${print(node.name)} FOR ORDINALITY`;
  return words(
    print(node.name),
    print(node.type),
    node.role === 'exists' && 'EXISTS',
    after('PATH', node.path, print),
    node.onEmpty && `${print(node.onEmpty)} ON EMPTY`,
    node.onError && `${print(node.onError)} ON ERROR`,
  );
}
