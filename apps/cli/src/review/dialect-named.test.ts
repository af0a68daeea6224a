import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialectNamed } from './dialect-named.ts';
import { InputFault } from './input-fault.ts';

const versionOf = (name: string): string => {
  const { flavour, version } = dialectNamed(name);
  return `${flavour} ${version.join('.')}`;
};

test('a dialect is a release, with or without a patch level, or the last of a major version', () => {
  for (const [name, wanted] of [
    ['mysql-9', 'mysql 9.7.4'],
    ['mysql-9.7', 'mysql 9.7.4'],
    ['mysql-9.1', 'mysql 9.1.0'],
    ['mysql-8.4', 'mysql 8.4.10'],
    ['mysql-8', 'mysql 8.4.10'],
    ['MySQL-8.0', 'mysql 8.0.46'],
    ['mysql-8.0.32', 'mysql 8.0.32'],
    ['mysql-8.1', 'mysql 8.1.0'],
    ['mysql-5.7', 'mysql 5.7.44'],
    ['mariadb-10.6', 'mariadb 10.6.25'],
    ['mariadb-10.7', 'mariadb 10.7.3'],
    ['mariadb-10.11.6', 'mariadb 10.11.6'],
    ['mariadb-11', 'mariadb 11.8.5'],
    ['mariadb-11.2', 'mariadb 11.2.3'],
    ['mariadb-12', 'mariadb 12.0.3'],
    ['mariadb-12.1', 'mariadb 12.1.3'],
  ] as const)
    assert.equal(versionOf(name), wanted, name);
});

test('a release there is not, or that is not read, is refused', () => {
  for (const name of [
    'mysql-5.6',
    'mysql-8.7',
    'mysql-10',
    'mariadb-10.5',
    'mariadb-10.12',
    'mariadb-9',
    'oracle-9',
    '',
  ])
    assert.throws(() => dialectNamed(name), InputFault, name);
});
