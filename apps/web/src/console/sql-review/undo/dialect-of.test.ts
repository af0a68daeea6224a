import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialectOf } from './dialect-of.ts';

test('a server a review was read as has the name its dialect goes by', () => {
  const names = ['MySQL 5.7.44', 'MySQL 8.0.46', 'MySQL 8.4.10', 'MySQL 9.7.4', 'MariaDB 10.11.19', 'MariaDB 11.4.9'];
  assert.deepEqual(names.map(dialectOf), [
    'mysql-5.7',
    'mysql-8.0',
    'mysql-8.4',
    'mysql-9',
    'mariadb-10.11',
    'mariadb-11.4',
  ]);
});
