import { at, defineRule } from '../../rule.ts';
import { settingValue, wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const indexHash = defineRule({
  id: 'index-hash',
  grade: 'N',
  theme: 'indexes',
  why: {
    en: 'InnoDB has no HASH indexes: USING HASH makes a B-tree without a word.',
    zh: 'InnoDB 不支持 HASH 索引：USING HASH 会被静默改为 B 树。',
  },
  on: ['index-definition', 'create-index'],
  check: (index, { statement }) => {
    if (statement.kind === 'create-table' && isSame(settingValue(statement.settings, 'ENGINE'), 'MEMORY'))
      return undefined;
    const words = [index.using, ...index.settings.map(wordOf)];
    return (
      words.some((word) => word === 'HASH' || word === 'USING HASH') &&
      at(index, 'USING HASH makes a B-tree.', 'USING HASH 实际创建的是 B 树索引。')
    );
  },
});
