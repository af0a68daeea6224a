import { at, defineRule } from '../../rule.ts';

export const nameForeignKeyPrefix = defineRule({
  id: 'name-foreign-key-prefix',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'names',
  why: {
    en: 'Foreign keys with names of one pattern are found and dropped without a look at each instance.',
    zh: '外键按统一规则命名，便于查找和删除。',
  },
  parameters: { prefix: 'fk_' },
  on: ['foreign-key'],
  check: ({ constraint, name }, _, { prefix }) => {
    const own = constraint?.name ?? name;
    return (
      own &&
      !own.name.toLowerCase().startsWith(prefix) &&
      at(own, `The name does not begin with ${prefix}.`, `名称没有以 ${prefix} 开头。`)
    );
  },
});
