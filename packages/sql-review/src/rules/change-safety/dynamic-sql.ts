import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';

export const dynamicSql = defineRule({
  id: 'dynamic-sql',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'A statement that is built at run time cannot be reviewed: what it does is seen only when it is done.',
    zh: '运行时拼接的语句无法审核，只有执行后才知道做了什么。',
  },
  on: ['prepare', 'execute'],
  check: (node) => {
    if (node.kind === 'execute')
      return node.immediate && at(node, 'The statement that runs is not in the text.', '实际执行的语句不在文本中。');
    const isText = stringIn(node.from) !== undefined;
    return !isText && at(node.from, 'The statement that runs is not in the text.', '实际执行的语句不在文本中。');
  },
});
