import { type Expression, printNode, walk } from '@myriad/sql';
import type { Context } from '../context.ts';
import { bare, columnsIn } from './conditions.ts';

/** Whether an index of the table holds the expression itself, or a generated column with an index does. */
export function isIndexed(expression: Expression, { columnOf, dialect }: Context): boolean {
  const [column] = columnsIn(expression);
  const table = column && columnOf(column)?.table;
  if (!table) return false;
  const text = textOf(expression);
  return table.indexes.some(({ parts: [first] }) => {
    const generated = table.columns.find(({ name }) => name === first?.column)?.generatedFrom;
    return [first?.expression, generated].some((one) => one && textOf(one) === text);
  });

  /** Without the tables of its columns, which an index does not name. */
  function textOf(one: Expression): string {
    const inner = bare(one);
    let text = printNode(inner, dialect);
    walk(inner, (node) => {
      if (node.kind !== 'column' || !('table' in node) || !node.table) return;
      const written = printNode(node, dialect);
      text = text.replaceAll(written, written.slice(written.lastIndexOf('.') + 1));
    });
    return text.replaceAll('`', '').toLowerCase();
  }
}
