import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { stringIn } from '../../tree/calls.ts';
import { defaultIn } from '../../tree/defaults.ts';

export const enumDefaultMissing = defineRule({
  id: 'enum-default-missing',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'The default of an ENUM is one of its values, that of a SET is made of them (error 1067).',
    zh: 'ENUM 的默认值必须是其取值之一，SET 的默认值必须由其取值组成（错误 1067）。',
  },
  on: ['column-definition', 'alter-column'],
  check: (node, context) => {
    const { type, value } = defaultIn(node, context) ?? {};
    if (!type || value?.kind !== 'literal' || value.type !== 'string') return undefined;
    if (type.name !== 'ENUM' && type.name !== 'SET') return undefined;
    const wanted = type.name === 'ENUM' ? [value.value] : value.value === '' ? [] : value.value.split(',');
    const isKnown = (one: string) => type.values.some((each) => isSame(stringIn(each)?.trimEnd(), one.trimEnd()));
    return !wanted.every(isKnown) && at(value, 'Not one of the values.', '不在取值列表中。');
  },
});
