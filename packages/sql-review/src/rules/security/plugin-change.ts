import { at, defineRule } from '../../rule.ts';

export const pluginChange = defineRule({
  id: 'plugin-change',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'A plug-in changes the server for everybody, and belongs to its configuration.',
    zh: '插件会影响整个实例，应纳入配置管理。',
  },
  on: ['change-plugin', 'change-component'],
  check: (statement) =>
    at(statement, `${statement.verb} of a plug-in.`, `${statement.verb === 'INSTALL' ? '安装' : '卸载'}插件。`),
});
