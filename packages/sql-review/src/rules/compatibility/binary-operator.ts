import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const binaryOperator = defineRule({
  id: 'binary-operator',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'The BINARY operator is deprecated since 8.0.27: write CAST(… AS BINARY).',
    zh: 'BINARY 运算符自 8.0.27 起弃用：请使用 CAST(… AS BINARY)。',
  },
  versions: mysqlFrom(80027),
  on: ['unary'],
  check: (node) => node.operator === 'BINARY' && at(node, 'BINARY is deprecated.', 'BINARY 运算符已弃用。'),
  fix: ({ start, end }, { tokens }) => {
    const operand = tokens.text.slice(start + 'BINARY'.length, end).trim();
    return [{ start, end, text: `CAST(${operand} AS BINARY)` }];
  },
});
