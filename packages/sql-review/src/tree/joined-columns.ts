import type { Expression, Join } from '@myriad/sql';
import type { Context, StoredColumn } from '../context.ts';
import { columnNamed } from '../schema/table.ts';
import { bare, isComparison } from './conditions.ts';
import { factorsOf } from './tables.ts';

/** Two stored columns that a statement compares, and where it says so. */
export interface ComparedColumns {
  readonly place: { readonly start: number; readonly end: number };
  readonly left: StoredColumn;
  readonly right: StoredColumn;
}

/** Of `a.x = b.y`, and of each column of USING. */
export function comparedColumns(node: Expression | Join, context: Context): readonly ComparedColumns[] {
  if (node.kind === 'join') return usedColumns(node, context);
  if (node.kind !== 'binary' || !isComparison(node.operator)) return [];
  const [a, b] = [bare(node.left), bare(node.right)];
  if (a.kind !== 'column' || b.kind !== 'column') return [];
  const [left, right] = [context.columnOf(a), context.columnOf(b)];
  return left && right ? [{ place: node, left, right }] : [];
}

/** USING names a column of both sides; on the left it may be any of the tables that are joined there. */
function usedColumns({ left, right, using }: Join, { schema }: Context): readonly ComparedColumns[] {
  return using.flatMap((name) => {
    const sides = [left, right].map((side) =>
      factorsOf([side]).flatMap((table): readonly StoredColumn[] => {
        const model = table.kind === 'named-table' ? schema.tableOf(table.name) : undefined;
        const column = model && columnNamed(model, name.name);
        return model && column ? [{ table: model, column }] : [];
      }),
    );
    const [a, b] = [sides[0]?.[0], sides[1]?.[0]];
    return a && b ? [{ place: name, left: a, right: b }] : [];
  });
}
