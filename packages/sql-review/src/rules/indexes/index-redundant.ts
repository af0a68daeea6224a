import type { AlterTable, TableElement } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { readIndex, readTable } from '../../schema/read-table.ts';
import { isCoveredBy } from '../../schema/redundant-index.ts';
import { type IndexModel, isSame } from '../../schema/table.ts';

export const indexRedundant = defineRule({
  id: 'index-redundant',
  grade: 'W',
  theme: 'indexes',
  why: {
    en: 'An index that is the beginning of another one is never needed beside it.',
    zh: '作为另一个索引最左前缀的索引是多余的。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement) => {
    const written = statement.kind === 'create-table' ? statement.elements : addedBy(statement);
    const definitions = written.filter((element) => element.kind === 'index-definition');
    // What a column's own PRIMARY KEY and UNIQUE make stands beside them.
    const others = statement.kind === 'create-table' ? readTable(statement).indexes : [];
    const fresh = definitions.map((one) => readIndex(one, one.name?.name ?? one.constraint?.name?.name ?? ''));
    const order = [...withoutThese(others, fresh), ...fresh];
    return definitions.flatMap((element, place) => {
      const index = fresh[place];
      return index && order.some((other) => other !== index && isCoveredBy(index, other, order))
        ? [at(element, 'Another index begins with these columns.', '另一个索引已以这些列开头。')]
        : [];
    });
  },
});

const addedBy = ({ actions }: AlterTable): readonly TableElement[] =>
  actions.flatMap((action) => (action.kind === 'add-element' ? [action.element] : []));

/** Columns stand first in a model, so the last of two alike is the one that is written by itself. */
function withoutThese(all: readonly IndexModel[], these: readonly IndexModel[]): readonly IndexModel[] {
  return these.reduceRight((rest, one) => {
    const place = rest.findLastIndex((other) => isSameIndex(one, other));
    return place === -1 ? rest : rest.toSpliced(place, 1);
  }, all);
}

const isSameIndex = (one: IndexModel, other: IndexModel): boolean =>
  one.type === other.type &&
  one.parts.length === other.parts.length &&
  one.parts.every(({ column }, place) => isSame(column, other.parts[place]?.column));
