import { at, defineRule } from '../../rule.ts';
import { settingValue } from '../../schema/read-table.ts';

export const indexCommentLong = defineRule({
  id: 'index-comment-long',
  grade: 'N',
  theme: 'indexes',
  why: {
    en: 'The comment of an index is at most 1,024 characters (error 1688).',
    zh: '索引注释最长 1,024 个字符（错误 1688）。',
  },
  parameters: { maximum: 1024 },
  on: ['index-definition', 'create-index'],
  check: (index, _, { maximum }) => {
    const comment = settingValue(index.settings, 'COMMENT');
    return (
      comment !== undefined &&
      comment.length > maximum &&
      at(index, `${comment.length} characters of comment.`, `注释长度为 ${comment.length} 个字符。`)
    );
  },
});
