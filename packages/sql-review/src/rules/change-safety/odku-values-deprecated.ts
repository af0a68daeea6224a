import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const odkuValuesDeprecated = defineRule({
  id: 'odku-values-deprecated',
  grade: 'N',
  theme: 'change-safety',
  why: {
    en: 'VALUES(column) in ON DUPLICATE KEY UPDATE is deprecated since 8.0.20: name the new row with an alias.',
    zh: 'ON DUPLICATE KEY UPDATE 中的 VALUES(列) 自 8.0.20 起已弃用，请为新行起别名。',
  },
  versions: mysqlFrom(80020),
  on: ['values-of'],
  check: (value, { statement }) =>
    // Only VALUES and SET take an alias.
    statement.kind === 'insert' && statement.query
      ? at(
          value,
          'Use INSERT … SELECT … FROM (SELECT …) AS new … UPDATE c = new.c.',
          '请改用 INSERT … SELECT … FROM (SELECT …) AS new … UPDATE c = new.c。',
        )
      : at(
          value,
          'Use INSERT … VALUES (…) AS new … UPDATE c = new.c.',
          '请改用 INSERT … VALUES (…) AS new … UPDATE c = new.c。',
        ),
});
