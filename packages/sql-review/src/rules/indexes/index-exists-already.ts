import { at, defineRule } from '../../rule.ts';
import { isCoveredBy } from '../../schema/redundant-index.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';

export const indexExistsAlready = defineRule({
  id: 'index-exists-already',
  grade: 'W',
  theme: 'indexes',
  tier: 'schema',
  why: {
    en: 'An index that is there begins with the same columns, or the new one makes an old one needless.',
    zh: '已有索引以相同的列开头，或新索引会使旧索引多余。',
  },
  on: ['alter-table', 'create-index'],
  check: (statement, { schema }) => {
    const { kept, written } = readIndexChange(statement, schema);
    return written.flatMap(({ place, index }) => {
      const order = [...kept, index];
      const better = kept.find((one) => isCoveredBy(index, one, order));
      if (better) return [at(place, `${better.name} serves already.`, `已有索引 ${better.name} 可以满足。`)];
      const worse = kept.find((one) => isCoveredBy(one, index, order));
      return worse ? [at(place, `Makes ${worse.name} needless.`, `将使索引 ${worse.name} 多余。`)] : [];
    });
  },
});
