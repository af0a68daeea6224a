import { at, defineRule } from '../../rule.ts';

export const viewTemptable = defineRule({
  id: 'view-temptable',
  grade: 'W',
  theme: 'programs',
  why: {
    en: 'ALGORITHM = TEMPTABLE builds the whole view in a temporary table for every query.',
    zh: 'ALGORITHM = TEMPTABLE 的视图每次查询都会先生成临时表。',
  },
  on: ['create-view', 'alter-view'],
  check: ({ algorithm, name }) =>
    algorithm === 'TEMPTABLE' && at(name, 'A temporary table at every use.', '每次使用都会生成临时表。'),
});
