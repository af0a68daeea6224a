import { at, defineRule } from '../../rule.ts';

export const grantDdl = defineRule({
  id: 'grant-ddl',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'An application that can DROP, ALTER or CREATE will one day do so.',
    zh: '授予应用 DROP、ALTER、CREATE 权限，迟早会被误用。',
  },
  on: ['grant'],
  check: ({ privileges }) =>
    privileges
      .filter(({ name }) =>
        [
          'DROP',
          'ALTER',
          'CREATE',
          'INDEX',
          'CREATE ROUTINE',
          'ALTER ROUTINE',
          'EVENT',
          'TRIGGER',
          'CREATE VIEW',
          'REFERENCES',
        ].includes(name),
      )
      .map((one) => at(one, `${one.name} is for changes, not for applications.`, `${one.name} 应仅授予变更账号。`)),
});
