import { at, defineRule } from '../../rule.ts';

export const planKeyCount = defineRule({
  id: 'plan-key-count',
  grade: 'N',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'Where very many indexes are possible the optimizer weighs them all and may take another tomorrow; a key of hundreds of bytes makes each entry of its index large.',
    zh: '可选索引过多时，优化器逐一评估且选择不稳定；使用的键过长时，索引条目会很大。',
  },
  parameters: { possible: 5, bytes: 500 },
  on: ['statement'],
  check: (statement, { plan }, { possible, bytes }) =>
    plan?.steps.flatMap(({ table, possibleKeys, key, keyLength }) => {
      const [count, length] = [possibleKeys.length, keyLength ?? 0];
      return [
        ...(count > possible
          ? [at(statement, `${table}: ${count} indexes are possible.`, `${table}：有 ${count} 个可选索引。`)]
          : []),
        ...(key !== undefined && length > bytes
          ? [at(statement, `${table}: ${length} bytes of ${key}.`, `${table}：使用了 ${key} 的 ${length} 字节。`)]
          : []),
      ];
    }),
});
