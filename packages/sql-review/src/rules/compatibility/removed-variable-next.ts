import { at, defineRule } from '../../rule.ts';
import { variableName } from '../../tree/settings.ts';
import { isMysql } from '../../versions.ts';
import { removedVariables } from './removed-variable.ts';

export const removedVariableNext = defineRule({
  id: 'removed-variable-next',
  grade: 'W',
  theme: 'compatibility',
  why: {
    en: 'The variable is gone in a later version: the statement fails after the upgrade.',
    zh: '该变量在后续版本中已移除，升级后语句会报错。',
  },
  versions: isMysql,
  on: ['set-variable'],
  check: (item, { dialect }) => {
    const name = variableName(item);
    const version = name === undefined ? undefined : removedVariables[name];
    if (version === undefined || dialect.versionNumber >= version) return undefined;
    const text = `${Math.floor(version / 10_000)}.${Math.floor(version / 100) % 100}`;
    return at(item, `${name} is gone in ${text}.`, `${name} 在 ${text} 中已移除。`);
  },
});
