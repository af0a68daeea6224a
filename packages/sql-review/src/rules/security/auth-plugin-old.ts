import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const authPluginOld = defineRule({
  id: 'auth-plugin-old',
  grade: 'E',
  theme: 'security',
  why: {
    en: 'mysql_native_password and sha256_password are deprecated; the first is off in 8.4 and gone in 9.',
    zh: 'mysql_native_password、sha256_password 已弃用；前者在 8.4 默认关闭，9.0 已移除。',
  },
  versions: mysqlFrom(80000),
  on: ['auth-factor'],
  check: ({ plugin }) =>
    plugin &&
    ['mysql_native_password', 'sha256_password', 'mysql_old_password'].includes(plugin.name.toLowerCase()) &&
    at(plugin, 'Use caching_sha2_password.', '请使用 caching_sha2_password。'),
});
