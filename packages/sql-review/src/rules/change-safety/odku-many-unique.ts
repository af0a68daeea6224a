import { at, defineRule } from '../../rule.ts';
import { isUniqueIndex } from '../../schema/table.ts';

export const odkuManyUnique = defineRule({
  id: 'odku-many-unique',
  grade: 'W',
  theme: 'change-safety',
  tier: 'schema',
  why: {
    en: 'The table has several unique keys: which row ON DUPLICATE KEY updates depends on which is met first.',
    zh: '表上有多个唯一键时，ON DUPLICATE KEY 更新哪一行取决于先命中哪个键。',
  },
  on: ['insert'],
  check: (insert, { schema }) => {
    const [first] = insert.onDuplicate;
    const unique = schema.tableOf(insert.table)?.indexes.filter(isUniqueIndex) ?? [];
    return (
      first &&
      unique.length > 1 &&
      at(
        first,
        `${unique.length} unique keys: ${unique.map(({ name }) => name).join(', ')}.`,
        `共有 ${unique.length} 个唯一键：${unique.map(({ name }) => name).join('、')}。`,
      )
    );
  },
});
