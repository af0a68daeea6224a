import { at, defineRule } from '../../rule.ts';

export const planLoopDepth = defineRule({
  id: 'plan-loop-depth',
  grade: 'N',
  theme: 'query-shape',
  tier: 'explain',
  why: {
    en: 'Each table of a nested loop is looked into for every row of those before it: the deeper, the more an error of the estimates costs.',
    zh: '嵌套循环中的每张表都要为前面各表的每一行查找一次：层数越多，估算误差的代价越大。',
  },
  parameters: { maximum: 4 },
  on: ['statement'],
  check: (statement, { plan }, { maximum }) => {
    const loops = new Map<number, number>();
    for (const { id, access } of plan?.steps ?? [])
      if (access !== 'const' && access !== 'system') loops.set(id, (loops.get(id) ?? 0) + 1);
    const deepest = Math.max(0, ...loops.values());
    return deepest > maximum && at(statement, `${deepest} loops inside each other.`, `嵌套循环达到 ${deepest} 层。`);
  },
});
