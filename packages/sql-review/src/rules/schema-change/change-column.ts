import { at, defineRule } from '../../rule.ts';
import { sameIdentifier } from '../../walk/history.ts';

export const changeColumn = defineRule({
  id: 'change-column',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'CHANGE repeats the whole definition: what is left out (NOT NULL, DEFAULT, COMMENT) is lost without a word.',
    zh: 'CHANGE 需要重写整个列定义：遗漏的属性（NOT NULL、DEFAULT、COMMENT）会被悄悄丢掉。',
  },
  on: ['change-column'],
  check: (action, { dialect }) => {
    if (!action.from) return undefined;
    const keepsName = sameIdentifier(action.from, action.column.name);
    const isKnown = !keepsName && dialect.versionNumber >= (dialect.flavour === 'mysql' ? 80_000 : 100_502);
    return isKnown
      ? at(
          action,
          'Make sure the definition is whole; to rename only, use RENAME COLUMN.',
          '请确认列定义完整；仅改名请使用 RENAME COLUMN。',
        )
      : at(
          action,
          'Make sure the definition is whole; where the name stays, use MODIFY.',
          '请确认列定义完整；不改名时请使用 MODIFY。',
        );
  },
});
