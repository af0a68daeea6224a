import { at, defineRule } from '../../rule.ts';

export const foreignKeySetDefault = defineRule({
  id: 'foreign-key-set-default',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'InnoDB knows no SET DEFAULT: the definition is refused, or the action is never done.',
    zh: 'InnoDB 不支持 SET DEFAULT：定义会被拒绝或不会生效。',
  },
  on: ['references'],
  check: ({ onDelete, onUpdate, start, end }) =>
    (onDelete === 'SET DEFAULT' || onUpdate === 'SET DEFAULT') &&
    at({ start, end }, 'SET DEFAULT does nothing in InnoDB.', 'InnoDB 不支持 SET DEFAULT。'),
});
