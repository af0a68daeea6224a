import { at, defineRule } from '../../rule.ts';

export const setGlobal = defineRule({
  id: 'set-global',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'A global variable changes every later session of the instance, belongs to its configuration, and is lost or kept unseen at a restart.',
    zh: '全局变量会影响实例上之后的所有会话，应由配置管理；重启后可能失效，也可能被悄悄保留。',
  },
  on: ['set-variable'],
  check: (item) => {
    const scope = item.scope ?? (item.target.kind === 'system-variable' ? item.target.scope : undefined);
    const isWide = scope === 'GLOBAL' || scope === 'PERSIST' || scope === 'PERSIST_ONLY';
    return isWide && at(item, `${scope} changes the whole instance.`, `${scope} 会影响整个实例。`);
  },
});
