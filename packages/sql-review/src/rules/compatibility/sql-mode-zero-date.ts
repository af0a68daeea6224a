import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import { isZeroDate } from '../../tree/dates.ts';

export const sqlModeZeroDate = defineRule({
  id: 'sql-mode-zero-date',
  grade: 'W',
  theme: 'compatibility',
  tier: 'instance',
  why: {
    en: 'The sql_mode of the target takes zero dates: they break the next, stricter server.',
    zh: '目标实例的 sql_mode 允许零日期，迁移到更严格的服务器会出错。',
  },
  on: ['literal'],
  check: (literal, { facts }) => {
    const mode = variableOf(facts.instance, 'sql_mode');
    return (
      mode !== undefined &&
      !mode.includes('NO_ZERO_DATE') &&
      literal.type === 'string' &&
      isZeroDate(literal.value) &&
      at(literal, 'A zero date is taken here.', '此处会写入零日期。')
    );
  },
});
