import { at, defineRule } from '../../rule.ts';
import { isOffValue, variableName } from '../../tree/settings.ts';

export const setChecksOff = defineRule({
  id: 'set-checks-off',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'With foreign_key_checks or unique_checks off the server believes every row; what goes wrong is found much later, and turning them on again checks nothing.',
    zh: '关闭 foreign_key_checks 或 unique_checks 后服务器不再检查数据；重新打开时也不会补查，问题往往很久以后才暴露。',
  },
  on: ['set-variable'],
  check: (item) => {
    const name = variableName(item);
    const isCheck = name === 'foreign_key_checks' || name === 'unique_checks';
    return isCheck && isOffValue(item.value) && at(item, `${name} is turned off.`, `关闭了 ${name}。`);
  },
});
