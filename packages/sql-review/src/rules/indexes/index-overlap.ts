import { at, defineRule } from '../../rule.ts';
import { isCoveredBy } from '../../schema/redundant-index.ts';
import { columnsOfIndex, type IndexModel } from '../../schema/table.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';

export const indexOverlap = defineRule({
  id: 'index-overlap',
  grade: 'N',
  theme: 'indexes',
  why: {
    en: 'A column that is in several indexes is written several times with every change: one index may serve both.',
    zh: '同一列出现在多个索引中，每次变更都要写多份：可考虑合并索引。',
  },
  on: ['create-table', 'alter-table', 'create-index'],
  check: (statement, { schema }) => {
    const { kept, written } = readIndexChange(statement, schema);
    const earlier: IndexModel[] = kept.filter(isPlain);
    return written.flatMap(({ index, parts }) => {
      if (!isPlain(index)) return [];
      const order = [...earlier, index];
      // Where one is needless beside the other, another rule says so.
      const others = earlier.filter((one) => !isCoveredBy(one, index, order) && !isCoveredBy(index, one, order));
      earlier.push(index);
      return parts.flatMap(({ place, part }) => {
        const name = part.column?.toLowerCase();
        const other = name === undefined ? undefined : others.find((one) => columnsOfIndex(one).includes(name));
        return other
          ? [at(place, `The column is in the index ${other.name} too.`, `该列也在索引 ${other.name} 中。`)]
          : [];
      });
    });
  },
});

/** InnoDB keeps the columns of the primary key in every index anyhow. */
const isPlain = ({ type }: IndexModel): boolean => type === 'INDEX' || type === 'UNIQUE';
