import { type AlterTable, resolveNames } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { schemaFactsOf } from '../../schema/schema-facts.ts';
import { isSame } from '../../schema/table.ts';

export const renameBreaksView = defineRule({
  id: 'rename-breaks-view',
  grade: 'W',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'A view names what is renamed: it fails from then on.',
    zh: '视图引用了被改名的对象，之后将报错。',
  },
  on: ['table-rename', 'rename-to', 'rename-element'],
  check: (node, { schema, parentOf }) => {
    const alter = parentOf(node);
    const name =
      node.kind === 'table-rename' ? node.from : alter?.kind === 'alter-table' ? (alter as AlterTable).name : undefined;
    if (!name || (node.kind === 'rename-element' && node.what !== 'COLUMN')) return undefined;
    const views = [...schema.listViews()].filter(({ query }) => {
      const { tables, columns } = resolveNames(query, schemaFactsOf(schema));
      if (node.kind !== 'rename-element') return tables.some((use) => isSame(use.table, name.name.name));
      return columns.some(({ origins }) =>
        origins.some((origin) => isSame(origin.table, name.name.name) && isSame(origin.column, node.from.name)),
      );
    });
    return (
      views.length > 0 &&
      at(
        node,
        `Breaks ${views.map((view) => view.name).join(', ')}.`,
        `将使视图 ${views.map((view) => view.name).join('、')} 失效。`,
      )
    );
  },
});
