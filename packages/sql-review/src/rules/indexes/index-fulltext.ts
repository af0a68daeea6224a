import { at, defineRule } from '../../rule.ts';

export const indexFulltext = defineRule({
  id: 'index-fulltext',
  grade: 'N',
  theme: 'indexes',
  why: {
    en: 'A FULLTEXT index costs much in writes, stops INSTANT changes of the table, and needs the ngram parser for Chinese.',
    zh: 'FULLTEXT 索引写入代价高，会妨碍 INSTANT 变更；中文需要 ngram 解析器。',
  },
  on: ['index-definition', 'create-index'],
  check: (index) => index.type === 'FULLTEXT' && at(index, 'A FULLTEXT index.', '使用了 FULLTEXT 索引。'),
});
