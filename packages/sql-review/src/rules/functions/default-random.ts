import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare } from '../../tree/conditions.ts';
import { mysqlFrom } from '../../versions.ts';

export const defaultRandom = defineRule({
  id: 'default-random',
  grade: 'N',
  theme: 'functions',
  why: {
    en: 'A random default makes every replay of the statement another row under statement-based replication.',
    zh: '随机的默认值在基于语句的复制中会产生不同的数据。',
  },
  versions: mysqlFrom(80013),
  on: ['column-attribute'],
  check: (attribute) =>
    attribute.name === 'DEFAULT' &&
    attribute.value?.kind === 'parenthesised' &&
    isCallOf(bare(attribute.value), 'RAND', 'RANDOM_BYTES', 'UUID', 'UUID_SHORT') &&
    at(attribute.value, 'A random default.', '默认值是随机的。'),
});
