import { type NamedTable, printNode, type Statement } from '@myriad/sql';
import { adviseIndexes } from '../../advice/advise-indexes.ts';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { emptySchema, type SchemaState } from '../../schema/schema.ts';
import { columnsOfIndex, type TableModel } from '../../schema/table.ts';
import { columnsIn } from '../../tree/conditions.ts';

export const indexAdvice = defineRule({
  id: 'index-advice',
  grade: 'N',
  theme: 'plans',
  tier: 'schema',
  why: {
    en: 'No index of a table serves the filter, and one would: its columns in the order that answers most of it. What is best for many statements together, the index advice tells.',
    zh: '表上没有可用于该过滤条件的索引：给出建议的索引及列顺序。如需兼顾多条语句，请使用索引建议功能。',
  },
  on: ['statement'],
  check: (statement, context) => {
    if (!isRead(statement)) return undefined;
    const tables = context.nodes('named-table');
    const models = tables.flatMap(({ name }) => context.schema.tableOf(name) ?? []);
    // Advising takes a thousand times as long as looking whether there is reason to.
    if (models.length === 0 || !models.some((model) => isUnserved(model, context))) return undefined;
    const { dialect, facts } = context;
    const known = { ...facts, schema: schemaOf(tables, context) };
    const { advice } = adviseIndexes([{ name: '', text: printNode(statement, dialect) }], { dialect, facts: known });
    return advice.map(({ ddl, reason }) => at(statement, `${ddl}: ${reason.en}`, `${ddl}：${reason.zh}`));
  },
});

const isRead = ({ kind }: Statement): boolean => kind === 'query' || kind === 'update' || kind === 'delete';

/** A column of the table is in a filter, and no index begins with one that is. */
function isUnserved(model: TableModel, { nodes, columnOf }: Context): boolean {
  const filters = [...nodes('select'), ...nodes('update'), ...nodes('delete')].map(({ where }) => where);
  const joins = nodes('join').map(({ on }) => on);
  const used = [...filters, ...joins].flatMap((condition) =>
    condition
      ? columnsIn(condition).flatMap((column) => {
          const stored = columnOf(column);
          return stored?.table === model ? [stored.column.name.toLowerCase()] : [];
        })
      : [],
  );
  return used.length > 0 && !model.indexes.some((index) => used.includes(columnsOfIndex(index)[0] ?? ''));
}

/** Of the whole schema, the tables of this statement. */
function schemaOf(tables: readonly NamedTable[], { schema }: Context): SchemaState {
  const own = emptySchema(schema.current);
  for (const { name } of tables) {
    const model = schema.tableOf(name);
    if (model) own.tables.set(own.keyOf(name.schema?.name, name.name.name), model);
  }
  return own;
}
