import { at, defineRule } from '../../rule.ts';
import { columnKey, repeated } from '../../tree/conditions.ts';

export const updateColumnTwice = defineRule({
  id: 'update-column-twice',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'A column that is set twice keeps the last value only; one of the two is a mistake.',
    zh: '同一列被赋值两次时只有最后一次生效，其中必有一处写错。',
  },
  on: ['update', 'insert'],
  check: (change) => {
    const assignments = change.kind === 'update' ? change.assignments : change.onDuplicate;
    return repeated(assignments, ({ target }) => columnKey(target)).map(({ target }) =>
      at(target, 'This column is set twice.', '该列被重复赋值。'),
    );
  },
});
