import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, parseStatement } from '@myriad/sql';
import { readSchema } from '../schema/apply-statement.ts';
import { predictDdl } from './predict-ddl.ts';

/** What MySQL 9.7 and MariaDB 10.11 did, each with the reason it gave. */
const seen = [
  // TEXT becomes MEDIUMTEXT, to hold as many characters as before.
  ['w TEXT) CHARSET=utf8mb3', 'CONVERT TO CHARACTER SET utf8mb4', 'COPY SHARED', 'COPY SHARED'],
  ['w LONGTEXT) CHARSET=utf8mb3', 'CONVERT TO CHARACTER SET utf8mb4', 'INPLACE SHARED', 'INSTANT NONE'],
  ['w CHAR(60)) CHARSET=utf8mb3', 'MODIFY w CHAR(60) CHARACTER SET utf8mb4', 'INPLACE NONE', 'INSTANT NONE'],
  [
    'w CHAR(60)) CHARSET=utf8mb3 ROW_FORMAT=REDUNDANT',
    'MODIFY w CHAR(60) CHARACTER SET utf8mb4',
    'INPLACE NONE',
    'COPY SHARED',
  ],
  ['w TEXT) CHARSET=utf8mb4', 'MODIFY w TEXT COLLATE utf8mb4_bin, FORCE', 'INPLACE SHARED', 'INPLACE NONE'],
  ['w INT)', 'ADD COLUMN u CHAR(36) DEFAULT (UUID())', 'COPY SHARED', 'COPY SHARED'],
  ['w INT)', 'ADD COLUMN u INT DEFAULT (w + 1)', 'COPY SHARED', 'COPY SHARED'],
  [
    'w INT, CONSTRAINT c CHECK (w > 0))',
    'DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (w > 1)',
    'COPY SHARED',
    'COPY SHARED',
  ],
  ['w POINT NOT NULL)', 'MODIFY w POINT NOT NULL SRID 0', 'COPY SHARED', undefined],
  ['w INT, KEY k ((w + 1)))', 'DROP INDEX k, ADD INDEX k ((w + 1))', 'COPY SHARED', undefined],
  // A unique key that goes is nothing that may stand beside virtual columns that get another number.
  ['w INT UNIQUE, v INT AS (id) VIRTUAL)', 'DROP COLUMN w', undefined, 'COPY SHARED'],
  ['w INT, v INT AS (id) VIRTUAL, KEY (v))', 'DROP COLUMN w, ADD COLUMN x INT AFTER id', undefined, 'INPLACE SHARED'],
  ['a DATE NOT NULL, b DATE NOT NULL)', 'ADD PERIOD FOR p (a, b)', undefined, 'COPY SHARED'],
  ['w INT NOT NULL) PARTITION BY KEY (id)', 'DROP PRIMARY KEY, ADD PRIMARY KEY (id, w)', undefined, 'INPLACE NONE'],
] as const;

for (const [columns, actions, onMysql, onMariadb] of seen)
  for (const [name, way] of [
    ['mysql-9', onMysql],
    ['mariadb-10.11', onMariadb],
  ] as const)
    if (way !== undefined)
      test(`${name}: ${actions} on (${columns} is ${way}`, () => {
        const dialect = dialects[name];
        const schema = readSchema(`CREATE TABLE t (id INT PRIMARY KEY, ${columns}`, dialect);
        const { statement } = parseStatement(`ALTER TABLE t ${actions}`, dialect);
        const [one] = predictDdl(statement, { dialect, schema, facts: {}, statisticsOf: () => undefined });
        assert.equal(`${one?.algorithm} ${one?.lock}`, way);
      });
