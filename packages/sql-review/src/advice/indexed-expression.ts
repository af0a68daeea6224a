import type { Column, Dialect, Expression } from '@myriad/sql';
import type { ColumnModel } from '../schema/table.ts';
import { bare } from '../tree/conditions.ts';
import type { Words } from '../words.ts';

const byteSafe: ReadonlySet<string> = new Set(['LOWER', 'LCASE', 'UPPER', 'UCASE']);

/**
 * What a functional index would hold, its column without the table's name; `undefined`: none, or none that the server would find again.
 * MySQL has them since 8.0.13, MariaDB has not: there a generated column is needed, and the query must name it.
 */
export function indexableExpression(
  expression: Expression,
  column: ColumnModel,
  dialect: Dialect,
): Expression | undefined {
  if (dialect.flavour !== 'mysql' || dialect.versionNumber < 80_013) return undefined;
  if (expression.kind !== 'call' || expression.schema !== undefined || !byteSafe.has(expression.name.toUpperCase()))
    return undefined;
  const [argument, ...others] = expression.args;
  const inner = argument && bare(argument);
  // An index over an expression has no prefix: a long text does not fit.
  if (inner?.kind !== 'column' || others.length > 0 || !['CHAR', 'VARCHAR'].includes(column.type?.name ?? ''))
    return undefined;
  return { ...expression, args: [withoutTable(inner)] };
}

const withoutTable = (column: Column): Column => ({ ...column, schema: undefined, table: undefined });

/** Why a function around a column keeps indexes out, and what to write instead. */
export function functionRefusal(expression: Expression, column: string): Words {
  const name = expression.kind === 'call' ? expression.name.toUpperCase() : '';
  if (name === 'DATE' || name === 'YEAR' || name === 'MONTH' || name === 'DATE_FORMAT')
    return {
      en: `${name}(${column}) hides ${column} from indexes. Compare the column with a range: ${column} >= start AND ${column} < end.`,
      zh: `${name}(${column}) 使 ${column} 上的索引失效，请改写为范围条件：${column} >= 起点 AND ${column} < 终点。`,
    };
  return {
    en: `${column} stands inside an expression, so an index over it is not used. Leave the column alone on its side, or index a generated column and query that.`,
    zh: `${column} 位于表达式之中，其上的索引无法使用。请让该列单独出现在比较的一侧，或为生成列建索引并按生成列查询。`,
  };
}
