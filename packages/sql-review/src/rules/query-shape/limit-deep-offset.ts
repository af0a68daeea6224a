import { at, defineRule } from '../../rule.ts';

export const limitDeepOffset = defineRule({
  id: 'limit-deep-offset',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'The rows before the offset are read and thrown away; remember the last key of the page instead (WHERE id > ? LIMIT n).',
    zh: '偏移量之前的行都会被读取后丢弃；建议记住上一页最后的主键（WHERE id > ? LIMIT n）。',
  },
  parameters: { maximum: 10000 },
  on: ['query'],
  check: ({ limit }, _, { maximum }) =>
    limit?.offset?.kind === 'literal' &&
    Number(limit.offset.value) > maximum &&
    at(
      limit.offset,
      `${limit.offset.value} rows are read and thrown away.`,
      `会先读取并丢弃 ${limit.offset.value} 行。`,
    ),
});
