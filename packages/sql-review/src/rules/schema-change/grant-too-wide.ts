import { at, defineRule } from '../../rule.ts';

export const grantTooWide = defineRule({
  id: 'grant-too-wide',
  grade: 'X',
  theme: 'schema-change',
  why: {
    en: 'Rights on everything, for everywhere, or the right to hand rights on, cannot be taken back from what was done with them.',
    zh: '授予全部权限、对全部对象或任意主机授权，或授予再授权的权力，事后即使收回，也无法撤销已经造成的后果。',
  },
  on: ['grant'],
  check: ({ privileges, object, grantOption, to }) => {
    const names = privileges.map(({ name }) => name);
    const isWide =
      grantOption || names.some((name) => whole.has(name) || (object.scope === 'GLOBAL' && narrow.has(name)));
    if (isWide)
      return at(object, 'These rights reach further than one application needs.', '授予的权限超出了单个应用的需要。');
    // A name without a host may be a role.
    return to
      .filter(({ account }) => account.host === '%' && !names.every((name) => name === 'USAGE'))
      .map(({ account }) => at(account, 'These rights hold from any host.', '该权限可以从任意主机使用。'));
  },
});

const whole: ReadonlySet<string> = new Set(['ALL', 'ALL PRIVILEGES', 'SUPER', 'GRANT OPTION']);

/** What can be had for one schema: the others are global or nothing. */
const narrow: ReadonlySet<string> = new Set([
  'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'ALTER', 'INDEX', 'REFERENCES', 'TRIGGER', 'EVENT', 'EXECUTE',
  'CREATE VIEW', 'CREATE ROUTINE', 'ALTER ROUTINE', 'CREATE TEMPORARY TABLES', 'LOCK TABLES', 'SHOW VIEW',
]); // biome-ignore format: a list
