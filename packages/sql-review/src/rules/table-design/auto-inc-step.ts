import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';

export const autoIncStep = defineRule({
  id: 'auto-inc-step',
  grade: 'W',
  off: true,
  theme: 'table-design',
  tier: 'instance',
  why: {
    en: 'With auto_increment_increment above 1 a counter leaves gaps and runs out as many times sooner.',
    zh: 'auto_increment_increment 大于 1 时，自增值不连续，并且会成倍地提前耗尽。',
  },
  parameters: { step: 1 },
  on: ['column-definition'],
  check: (column, { facts }, { step }) => {
    const own = variableOf(facts.instance, 'auto_increment_increment');
    return (
      own !== undefined &&
      Number(own) !== step &&
      (hasAttribute(column, 'AUTO_INCREMENT') || column.type?.name === 'SERIAL') &&
      at(column.name, `This counter goes up by ${own}.`, `该自增列的步长为 ${own}。`)
    );
  },
});
