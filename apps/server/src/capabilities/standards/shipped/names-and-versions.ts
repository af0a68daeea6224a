import type { StandardRule } from '@myriad/contract';

const supportedUntil = {
  'mysql 5.7': '2023-10-31',
  'mysql 8.0': '2026-04-30',
  'mysql 8.1': '2023-10-25',
  'mysql 8.2': '2024-01-16',
  'mysql 8.3': '2024-04-30',
  'mysql 8.4': '2032-04-30',
  'mysql 9.0': '2024-10-15',
  'mysql 9.1': '2025-01-21',
  'mysql 9.2': '2025-04-15',
  'mysql 9.3': '2025-07-22',
  'mysql 9.4': '2025-10-21',
  'mysql 9.5': '2026-01-20',
  'mysql 9.6': '2026-04-21',
  'mysql 9.7': '2034-04-30',
  'mariadb 10.3': '2023-05-25',
  'mariadb 10.4': '2024-06-18',
  'mariadb 10.5': '2025-06-24',
  'mariadb 10.6': '2026-07-06',
  'mariadb 10.11': '2028-02-16',
  'mariadb 11.4': '2029-05-29',
  'mariadb 11.8': '2028-06-04',
};

export const namesAndVersions: readonly StandardRule[] = [
  {
    kind: 'naming',
    code: 'schema-names',
    grade: 'info',
    title: { en: 'Schemas have plain names', zh: '库名规范' },
    why: {
      en: 'Capitals mean another thing on another system, and odd characters need quoting for ever.',
      zh: '大小写在不同系统上含义不同，特殊字符则永远需要转义。',
    },
    applies: {},
    of: 'schema',
    pattern: '^[a-z][a-z0-9_]{0,62}$',
    spares: ['sys', 'test'],
  },
  {
    kind: 'naming',
    code: 'table-names',
    grade: 'info',
    title: { en: 'Tables have plain names', zh: '表名规范' },
    why: {
      en: 'A name with capitals or spaces breaks scripts, exports and migrations one by one.',
      zh: '含大写或空格的表名会逐一破坏脚本、导出与迁移。',
    },
    applies: {},
    of: 'table',
    pattern: '^[a-z_][a-z0-9_$]{0,63}$',
    spares: [],
  },
  {
    kind: 'version',
    code: 'version-supported',
    grade: 'bad',
    title: { en: 'The version gets security fixes', zh: '版本仍有安全更新' },
    why: {
      en: 'After the end of support holes stay open. Days by the makers’ public calendars.',
      zh: '停止支持后漏洞不再修复。日期依据厂商公开的支持周期。',
    },
    applies: {},
    test: { supportedUntil, warnDays: 180 },
  },
];
