import { at, defineRule } from '../../rule.ts';
import { variableName } from '../../tree/settings.ts';

const strange = ['READ UNCOMMITTED', 'SERIALIZABLE'];

export const isolationLevel = defineRule({
  id: 'isolation-level',
  grade: 'W',
  theme: 'transactions',
  why: {
    en: 'READ UNCOMMITTED shows rows that are rolled back later, SERIALIZABLE locks every row that is read.',
    zh: 'READ UNCOMMITTED 会读到随后回滚的数据，SERIALIZABLE 会锁住读取的每一行。',
  },
  on: ['set-transaction', 'set-variable'],
  check: (node) => {
    if (node.kind === 'set-transaction') {
      const level = node.characteristics.find((one) => strange.some((word) => one.endsWith(word)));
      return level !== undefined && at(node, `${level}: is it needed?`, `${level}：请确认是否必要。`);
    }
    const name = variableName(node);
    if (name !== 'transaction_isolation' && name !== 'tx_isolation') return undefined;
    const value = node.value.kind === 'literal' ? node.value.value.toUpperCase().replaceAll('-', ' ') : '';
    return strange.includes(value) && at(node, `${value}: is it needed?`, `${value}：请确认是否必要。`);
  },
});
