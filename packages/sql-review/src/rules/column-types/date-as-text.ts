import { at, defineRule } from '../../rule.ts';

export const dateAsText = defineRule({
  id: 'date-as-text',
  grade: 'W',
  theme: 'column-types',
  about: 'names',
  why: {
    en: 'Dates in text columns accept 31 February, and sort and compare by letters.',
    zh: '用字符类型存储日期会接受 2 月 31 日这样的值，排序和比较也按字符进行。',
  },
  on: ['column-definition'],
  check: ({ name, type }) => {
    const words = name.name.toLowerCase().split('_');
    const isText = type?.name === 'VARCHAR' || type?.name === 'CHAR';
    const last = words.at(-1) ?? '';
    return (
      isText &&
      ['at', 'date', 'time', 'datetime', 'timestamp', 'birthday'].includes(last) &&
      (words.length > 1 || last !== 'at') &&
      at(type, 'Use DATE or DATETIME.', '请使用 DATE 或 DATETIME。')
    );
  },
});
