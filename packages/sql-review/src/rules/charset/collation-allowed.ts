import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const collationAllowed = defineRule({
  id: 'collation-allowed',
  grade: 'W',
  theme: 'charset',
  why: {
    en: 'Collations that differ between tables make joins convert and refuse (error 1267).',
    zh: '表之间排序规则不一致会导致连接时转换甚至报错（错误 1267）。',
  },
  parameters: {
    allowed: [
      'utf8mb4_0900_ai_ci',
      'utf8mb4_general_ci',
      'utf8mb4_unicode_ci',
      'utf8mb4_bin',
      'utf8mb4_0900_as_cs',
      'utf8mb4_0900_bin',
      'utf8mb4_unicode_520_ci',
      'utf8mb4_uca1400_ai_ci',
      'uca1400_ai_ci',
      'binary',
    ],
  },
  on: ['setting', 'convert-charset'],
  check: (node, _, { allowed }) => {
    const { start, end } = node;
    const collation =
      node.kind === 'convert-charset'
        ? wordOf(node.collation)
        : node.name === 'COLLATE'
          ? wordOf(node.value)
          : undefined;
    return (
      collation !== undefined &&
      !isSame(collation, 'DEFAULT') &&
      !allowed.some((one) => isSame(one, collation)) &&
      at({ start, end }, `${collation} is not among the allowed collations.`, `${collation} 不在允许的排序规则之列。`)
    );
  },
});
