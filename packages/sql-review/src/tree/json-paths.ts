import type { Expression } from '@myriad/sql';
import type { Context, StoredColumn } from '../context.ts';
import { stringIn } from './calls.ts';
import { bare } from './conditions.ts';

/** A path of a JSON column, whatever stands around it. */
export interface JsonPath {
  readonly column: Expression;
  readonly path: string;
}

/** Of `doc->'$.a'`, `doc->>'$.a'`, JSON_EXTRACT and JSON_VALUE, through CAST, COLLATE, JSON_UNQUOTE and their like. */
export function jsonPathIn(expression: Expression | undefined): JsonPath | undefined {
  if (expression === undefined) return undefined;
  const inner = bare(expression);
  if (inner.kind === 'cast') return jsonPathIn(inner.operand);
  if (inner.kind === 'binary' && inner.operator === 'COLLATE') return jsonPathIn(inner.left);
  if (inner.kind === 'binary' && (inner.operator === '->' || inner.operator === '->>'))
    return pathOf(inner.left, inner.right);
  if (inner.kind === 'special-call' && inner.name === 'JSON_VALUE') {
    const [column, path] = inner.args;
    return column && path && isExpression(column) && isExpression(path) ? pathOf(column, path) : undefined;
  }
  if (inner.kind !== 'call' || inner.schema !== undefined) return undefined;
  const name = inner.name.toUpperCase();
  if (name === 'JSON_EXTRACT' || name === 'JSON_VALUE') return pathOf(inner.args[0], inner.args[1]);
  return ['JSON_UNQUOTE', 'LOWER', 'UPPER', 'TRIM'].includes(name) ? jsonPathIn(inner.args[0]) : undefined;
}

const isExpression = (node: { readonly kind: string }): node is Expression => node.kind !== 'data-type';

function pathOf(column: Expression | undefined, path: Expression | undefined): JsonPath | undefined {
  const text = stringIn(path);
  return column !== undefined && text !== undefined && bare(column).kind === 'column'
    ? { column: bare(column), path: text }
    : undefined;
}

/** The expression of the index that holds this path, or of the generated column with an index; `undefined` without one. */
export function indexedPath({ column, path }: JsonPath, { columnOf }: Context): Expression | undefined {
  const stored = column.kind === 'column' ? columnOf(column) : undefined;
  return (
    stored &&
    indexedExpressions(stored).find((one) => {
      const own = jsonPathIn(one);
      return (
        own?.path === path &&
        own.column.kind === 'column' &&
        own.column.name.name.toLowerCase() === stored.column.name.toLowerCase()
      );
    })
  );
}

function indexedExpressions({ table }: StoredColumn): readonly Expression[] {
  return table.indexes.flatMap(({ parts: [first] }) => {
    const generated = table.columns.find(({ name }) => name === first?.column)?.generatedFrom;
    return [first?.expression, generated].flatMap((one) => one ?? []);
  });
}
