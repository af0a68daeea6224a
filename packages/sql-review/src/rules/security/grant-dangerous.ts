import { at, defineRule } from '../../rule.ts';

const dangerous: ReadonlySet<string> = new Set([
  'SUPER',
  'FILE',
  'PROCESS',
  'SHUTDOWN',
  'CREATE USER',
  'RELOAD',
  'GRANT OPTION',
  'SYSTEM_USER',
  'SYSTEM_VARIABLES_ADMIN',
  'SET_USER_ID',
  'SET_ANY_DEFINER',
  'BINLOG_ADMIN',
  'CONNECTION_ADMIN',
  'CREATE TABLESPACE',
  'ROLE_ADMIN',
]);

export const grantDangerous = defineRule({
  id: 'grant-dangerous',
  grade: 'E',
  theme: 'security',
  why: {
    en: 'SUPER, FILE, PROCESS, SHUTDOWN, CREATE USER, RELOAD and their like open the whole server, not one schema.',
    zh: 'SUPER、FILE、PROCESS、SHUTDOWN、CREATE USER、RELOAD 等权限作用于整个服务器。',
  },
  on: ['grant'],
  check: ({ privileges }) =>
    privileges
      .filter(({ name }) => dangerous.has(name))
      .map((one) => at(one, `${one.name} reaches far.`, `${one.name} 权限过大。`)),
});
