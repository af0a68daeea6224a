import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import { readColumn } from '../../schema/read-table.ts';
import { columnsDefined } from '../../tree/elements.ts';

export const autoIncStep = defineRule({
  id: 'auto-inc-step',
  grade: 'N',
  // Where writers share a table the step is meant.
  off: true,
  theme: 'replication',
  tier: 'instance',
  why: {
    en: 'The counters of this instance step by more than one: numbers have gaps, and two writers are expected.',
    zh: '该实例的自增步长大于 1：编号会有间隔，说明存在多个写入点。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { facts }) => {
    const step = Number(variableOf(facts.instance, 'auto_increment_increment') ?? 1);
    const counts = columnsDefined(statement).some((column) => readColumn(column).isAutoIncrement);
    return step > 1 && counts && at(statement.name, `The counter steps by ${step}.`, `自增步长为 ${step}。`);
  },
});
