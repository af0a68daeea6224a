import type { NamedTable } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { columnsOfIndex, type TableModel } from '../../schema/table.ts';
import { columnsIn } from '../../tree/conditions.ts';
import { factorsOf } from '../../tree/tables.ts';

export const indexLeftmostMissing = defineRule({
  id: 'index-leftmost-missing',
  grade: 'W',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: 'No index of the table begins with a column of the filter: every row is looked at.',
    zh: '过滤条件没有命中任何索引的最左列，需要扫描所有行。',
  },
  on: ['select', 'update', 'delete'],
  check: (node, context) => {
    const { where } = node;
    if (!where) return undefined;
    const factors = factorsOf(node.kind === 'select' ? node.from : node.tables);
    const named = factors.filter((one): one is NamedTable => one.kind === 'named-table');
    const models = named.flatMap(({ name }) => context.schema.tableOf(name) ?? []);
    // One table that is read twice cannot be told from itself.
    if (new Set(models).size !== models.length) return undefined;
    const joined = context.nodes('join').flatMap(({ on }) => (on ? columnsIn(on) : []));
    const isAlone = factors.length === 1;
    return models
      .filter((model) => {
        const used = namesOf(columnsIn(where), model, context);
        const all = [...used, ...namesOf(joined, model, context)];
        return used.length > 0 && !isServed(model, all) && (isAlone || isInside(model, used));
      })
      .map((model) =>
        at(
          where,
          `No index of ${model.name} begins with any of these columns.`,
          `表 ${model.name} 没有以这些列开头的索引。`,
        ),
      );
  },
});

const namesOf = (columns: ReturnType<typeof columnsIn>, model: TableModel, { columnOf }: Context): readonly string[] =>
  columns
    .flatMap((column) => columnOf(column) ?? [])
    .filter(({ table }) => table === model)
    .map(({ column }) => column.name.toLowerCase());

const isServed = (model: TableModel, names: readonly string[]): boolean =>
  model.indexes.length === 0 ||
  model.indexes.some((index) => index.isVisible && names.includes(columnsOfIndex(index)[0] ?? '')) ||
  model.indexes.some(({ type, parts }) => type === 'FULLTEXT' || parts.some(({ expression }) => expression));

/** A column stands in an index behind its first. */
const isInside = (model: TableModel, names: readonly string[]): boolean =>
  model.indexes.some((index) => columnsOfIndex(index).some((one, place) => place > 0 && names.includes(one ?? '')));
