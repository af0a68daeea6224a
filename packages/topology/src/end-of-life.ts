import type { Version } from '@myriad/mysql';

/** Last day of the vendor's support, by series: Oracle's lifetime support policy, MariaDB's maintenance policy. */
const lastDays: Readonly<Record<string, string>> = {
  'mysql 5.5': '2018-12-31',
  'mysql 5.6': '2021-02-28',
  'mysql 5.7': '2023-10-31',
  'mysql 8.0': '2026-04-30',
  'mysql 8.4': '2032-04-30',
  'mariadb 10.3': '2023-05-25',
  'mariadb 10.4': '2024-06-18',
  'mariadb 10.5': '2025-06-24',
  'mariadb 10.6': '2026-07-06',
  'mariadb 10.11': '2028-02-16',
  'mariadb 11.4': '2029-05-29',
  'mariadb 11.8': '2030-06-04',
};

/** `2026-04-30`; undefined = not known, or a series that lives until the next one. */
export const endOfLife = ({ flavor, major, minor }: Version): string | undefined =>
  lastDays[`${flavor} ${major}.${minor}`];
