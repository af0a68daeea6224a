import { at, defineRule } from '../../rule.ts';

export const alterDefaultCharset = defineRule({
  id: 'alter-default-charset',
  grade: 'W',
  theme: 'charset',
  why: {
    en: 'A new default character set holds for columns to come: those that are there stay as they are.',
    zh: '修改默认字符集只对之后新增的列生效，已有列不变。',
  },
  on: ['alter-table'],
  check: ({ actions }) => {
    if (actions.some(({ kind }) => kind === 'convert-charset')) return undefined;
    return actions
      .filter((action) => action.kind === 'setting' && (action.name === 'CHARACTER SET' || action.name === 'COLLATE'))
      .map((action) => at(action, 'Existing columns keep their character set.', '已有列的字符集不变。'));
  },
});
