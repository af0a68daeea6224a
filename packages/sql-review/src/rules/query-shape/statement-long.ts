import { at, defineRule } from '../../rule.ts';

export const statementLong = defineRule({
  id: 'statement-long',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'A statement this long was put together by a program: it is hard to review, and costs its parsing each time.',
    zh: '过长的语句多由程序拼接而成，难以审核，每次解析也有开销。',
  },
  parameters: { characters: 65536 },
  on: ['statement'],
  check: (statement, _, { characters }) =>
    // Rows of an INSERT are counted by a rule of their own.
    !(statement.kind === 'insert' && statement.rows.length > 1) &&
    statement.end - statement.start > characters &&
    at(
      statement,
      `${statement.end - statement.start} characters in one statement.`,
      `该语句长达 ${statement.end - statement.start} 个字符。`,
    ),
});
