import type { Dialect } from '@myriad/sql';

type Versions = (dialect: Dialect) => boolean;

/** MySQL from a version on, as version comments write it: 8.0.19 is 80019. */
export const mysqlFrom =
  (from: number): Versions =>
  ({ flavour, versionNumber }) =>
    flavour === 'mysql' && versionNumber >= from;

export const mysqlBefore =
  (before: number): Versions =>
  ({ flavour, versionNumber }) =>
    flavour === 'mysql' && versionNumber < before;

/** MariaDB from a version on: 10.11.2 is 101102. */
export const mariadbFrom =
  (from: number): Versions =>
  ({ flavour, versionNumber }) =>
    flavour === 'mariadb' && versionNumber >= from;

export const mariadbBefore =
  (before: number): Versions =>
  ({ flavour, versionNumber }) =>
    flavour === 'mariadb' && versionNumber < before;

export const anyOf =
  (...parts: readonly Versions[]): Versions =>
  (dialect) =>
    parts.some((part) => part(dialect));

export const isMysql: Versions = ({ flavour }) => flavour === 'mysql';
export const isMariadb: Versions = ({ flavour }) => flavour === 'mariadb';
