import { at, defineRule } from '../../rule.ts';

export const selectIntoOutfileStar = defineRule({
  id: 'select-into-outfile-star',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'A file written with SELECT * has the columns in the order of that day: who reads it later guesses.',
    zh: '用 SELECT * 导出的文件列顺序取决于当时的表结构，后续读取时容易错位。',
  },
  on: ['query'],
  check: ({ body, into }) => {
    const place = into ?? (body.kind === 'select' ? body.into : undefined);
    if (place === undefined || place.target === 'VARIABLES' || body.kind !== 'select') return undefined;
    return body.items
      .filter(({ expression }) => expression.kind === 'star')
      .map((item) => at(item, 'Name the columns that are written.', '请写明要导出的列。'));
  },
});
