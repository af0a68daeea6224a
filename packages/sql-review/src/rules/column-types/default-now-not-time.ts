import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { defaultIn } from '../../tree/defaults.ts';
import { typeNameOf } from '../../tree/types.ts';
import { isMysql } from '../../versions.ts';

export const defaultNowNotTime = defineRule({
  id: 'default-now-not-time',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'DEFAULT CURRENT_TIMESTAMP without brackets belongs to DATETIME and TIMESTAMP alone: on DATE, TIME, text or numbers it is refused (error 1067).',
    zh: '不带括号的 DEFAULT CURRENT_TIMESTAMP 只能用于 DATETIME 和 TIMESTAMP：用于 DATE、TIME、文本或数字列会被拒绝（错误 1067）。',
  },
  versions: isMysql,
  on: ['column-definition', 'alter-column'],
  check: (node, context) => {
    const own = defaultIn(node, context);
    return (
      own &&
      !['DATETIME', 'TIMESTAMP'].includes(typeNameOf(own.type)) &&
      isCallOf(own.value, 'CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP') &&
      at(own.value, `No default for ${own.type.name}.`, `不能作为 ${own.type.name} 列的默认值。`)
    );
  },
});
