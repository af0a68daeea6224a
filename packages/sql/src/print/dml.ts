import type { Assignment, Delete, DmlStatement, Insert, Portion } from '../ast/dml.ts';
import { after, clause, inBrackets, list, type Print, type Printers, words } from './printer.ts';

const hintOf = (hint: string | undefined): string | false => hint !== undefined && `/*+ ${hint} */`;

function printInsert(node: Insert, print: Print): string {
  const { verb, hint, priority, ignore, table, partitions, columns, rows, assignments, query, rowAlias, rowColumns } =
    node;
  return words(
    verb,
    hintOf(hint),
    priority,
    ignore && 'IGNORE',
    'INTO',
    print(table),
    partitions.length > 0 && `PARTITION (${list(partitions, print)})`,
    columns && `(${list(columns, print)})`,
    clause('SET', assignments, print),
    clause('VALUES', rows, print),
    print(query),
    after('AS', rowAlias, print),
    inBrackets(rowColumns, print),
    clause('ON DUPLICATE KEY UPDATE', node.onDuplicate, print),
    clause('RETURNING', node.returning, print),
  );
}

function printTarget({ form, targets, tables, portion, before }: Delete, print: Print): string {
  const from = list(tables, print);
  switch (form) {
    case 'from':
      return `${list(targets, print)} FROM ${from}`;
    case 'using':
      return `FROM ${list(targets, print)} USING ${from}`;
    case 'history':
      return words('HISTORY FROM', from, after('BEFORE SYSTEM_TIME', before, print));
    default:
      return words('FROM', from, print(portion));
  }
}

export const dmlPrinters: Printers<DmlStatement | Assignment | Portion> = {
  insert: printInsert,
  assignment: ({ target, value }, print) => `${print(target)} = ${print(value)}`,
  portion: ({ period, from, to }, print) => `FOR PORTION OF ${print(period)} FROM ${print(from)} TO ${print(to)}`,
  update: (node, print) =>
    words(
      print(node.with),
      'UPDATE',
      hintOf(node.hint),
      node.lowPriority && 'LOW_PRIORITY',
      node.ignore && 'IGNORE',
      list(node.tables, print),
      print(node.portion),
      clause('SET', node.assignments, print),
      after('WHERE', node.where, print),
      clause('ORDER BY', node.orderBy, print),
      print(node.limit),
      clause('RETURNING', node.returning, print),
    ),
  delete: (node, print) =>
    words(
      print(node.with),
      'DELETE',
      hintOf(node.hint),
      ...node.options,
      printTarget(node, print),
      after('WHERE', node.where, print),
      clause('ORDER BY', node.orderBy, print),
      print(node.limit),
      clause('RETURNING', node.returning, print),
    ),
};
