import { type AlterKind, oneOf, onlyFor } from './alter-kind.ts';

/** What applications ask for in one statement. */
export const together = oneOf([
  "ADD COLUMN fresh VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'x' AFTER id, ADD COLUMN other TINYINT(1) NOT NULL DEFAULT 0 AFTER fresh",
  'ADD COLUMN fresh INT, ADD COLUMN other DATETIME, ADD INDEX k_new (fresh, other)', 'ADD UNIQUE k_new (id, {m}), DROP INDEX {k_n}',
  'DROP INDEX {k_n}, DROP INDEX {k_four}, ADD INDEX k_new ({n}, {four}(10))', 'DROP COLUMN {m}, ADD INDEX k_new ({n})', 'FORCE, ADD INDEX k_new ({n})',
  'CHANGE {m} m2 BIGINT', 'CHANGE {m} m2 INT NOT NULL', 'MODIFY {m} BIGINT DEFAULT NULL AFTER id', 'RENAME INDEX {k_n} TO k_other, ADD INDEX k_new ({m})',
  "ALTER COLUMN {n} SET DEFAULT 5, ADD INDEX k_new ({m})", "AUTO_INCREMENT = 100, COMMENT = 'told'", 'DROP COLUMN {n}, DROP COLUMN {m}, DROP COLUMN {money}',
  'ADD COLUMN fresh INT AFTER id, DROP COLUMN {money}', 'DROP COLUMN {big}, ADD COLUMN fresh BIGINT NOT NULL DEFAULT 1 AFTER id', 'MODIFY {n} BIGINT NOT NULL DEFAULT 0, ADD COLUMN fresh INT',
  "MODIFY {m} INT DEFAULT NULL COMMENT 'said', ADD COLUMN fresh INT", 'DROP INDEX {u_m}, DROP COLUMN {m}', 'ADD COLUMN fresh INT, DROP INDEX {k_n}', 'ROW_FORMAT = DEFAULT', 'KEY_BLOCK_SIZE = 0',
  'ADD COLUMN at1 TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP, ADD COLUMN at2 TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6)', 'ADD COLUMN fresh BLOB NOT NULL',
]); // biome-ignore format: a list

/** Defaults that are computed. */
export const computedDefault = oneOf([
  'ADD COLUMN fresh CHAR(36) DEFAULT (UUID())', 'ADD COLUMN fresh CHAR(36) NOT NULL DEFAULT (UUID()) AFTER id', 'ADD COLUMN fresh DATETIME DEFAULT (NOW() + INTERVAL 1 DAY)',
  'ADD COLUMN fresh INT DEFAULT ({n} + 1)', "ADD COLUMN fresh TEXT DEFAULT ('a')", 'ADD COLUMN fresh JSON DEFAULT (JSON_OBJECT())', 'ADD COLUMN fresh BIGINT DEFAULT (CONNECTION_ID())',
  'ADD COLUMN fresh DECIMAL(5,2) DEFAULT (ROUND(PI(), 2))', 'ADD COLUMN fresh INT DEFAULT (FLOOR(RAND() * 10))', 'ADD COLUMN fresh DATETIME DEFAULT (SYSDATE())',
]); // biome-ignore format: a list

/** Sets of characters: from three bytes to four above all. */
export const recode = oneOf([
  'CONVERT TO CHARACTER SET utf8mb4', 'CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci', 'CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci',
  'CONVERT TO CHARACTER SET utf8mb4, ADD COLUMN fresh INT', 'DEFAULT CHARACTER SET utf8mb4, ADD COLUMN fresh VARCHAR(10)', 'CONVERT TO CHARACTER SET utf8mb3',
  'MODIFY {said} VARCHAR(70) CHARACTER SET utf8mb4', 'MODIFY {note} TEXT CHARACTER SET utf8mb4', 'MODIFY {note} TEXT CHARACTER SET utf8mb4, FORCE', 'MODIFY {note} MEDIUMTEXT CHARACTER SET utf8mb4',
  "MODIFY {code} CHAR(8) CHARACTER SET utf8mb4 NOT NULL DEFAULT ''", "MODIFY {code} CHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL", "MODIFY {code} CHAR(9) CHARACTER SET utf8mb4",
  'MODIFY {note} TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, ADD COLUMN fresh INT', 'MODIFY {note} TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, DROP COLUMN {money}',
  "MODIFY {code} CHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '', ADD COLUMN fresh INT", 'MODIFY {said} VARCHAR(70) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, FORCE',
  'MODIFY {said} VARCHAR(200) CHARACTER SET utf8mb4', 'MODIFY {three} VARCHAR(60) CHARACTER SET utf8mb4, ADD COLUMN fresh INT', 'MODIFY {three} VARCHAR(200) CHARACTER SET utf8mb4 DEFAULT NULL',
]); // biome-ignore format: a list

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `'x${at}'`).join(',');

/** Lists of values that outgrow a byte. */
export const grownList = oneOf([
  `MODIFY {choice} ENUM('p','q',${numbered(253)}) DEFAULT 'p'`, `MODIFY {choice} ENUM('p','q',${numbered(254)}) DEFAULT 'p'`,
  `MODIFY {many} SET('r','s',${numbered(6)}) NOT NULL DEFAULT 'r'`, `MODIFY {many} SET('r','s',${numbered(7)}) NOT NULL DEFAULT 'r'`,
  "MODIFY {choice} ENUM('p','q','r') DEFAULT 'q'", "MODIFY {choice} ENUM('p','q','r') DEFAULT 'p', ADD COLUMN fresh INT",
]); // biome-ignore format: a list

/** Checks that take another's place. */
export const checkAgain = oneOf([
  'DROP CONSTRAINT {c_n}, ADD CONSTRAINT c_n CHECK (n < 999)', 'DROP CONSTRAINT {c_n}, ADD CONSTRAINT c_2 CHECK (n < 999)',
  'ADD COLUMN fresh INT CHECK (fresh > 0), DROP CONSTRAINT {c_n}', 'ADD COLUMN fresh INT, ADD CONSTRAINT c_2 CHECK (fresh > 0)', 'DROP CONSTRAINT {c_n}, ADD INDEX k_new ({n})',
]); // biome-ignore format: a list

const rareOfMysql = onlyFor(
  'mysql',
  oneOf([
    'MODIFY {spot} POINT NOT NULL SRID 0', 'ADD COLUMN fresh VECTOR(4)', 'ADD FULLTEXT INDEX ft_new ({wide}) WITH PARSER ngram', 'ALTER INDEX {k_n} INVISIBLE, ADD INDEX k_new ({m})',
    "ADD COLUMN doc2 JSON, ADD COLUMN made VARCHAR(20) AS (doc2->>'$.a') VIRTUAL, ADD INDEX k_made (made)", "ADD INDEX k_new ((CAST({doc}->>'$.a' AS CHAR(20))))",
    'ADD INDEX k_new ((YEAR({day})))', 'DROP INDEX {k_expr}, ADD INDEX k_expr ((m + 1))', 'DROP INDEX {k_expr}, ADD COLUMN fresh INT', 'ADD COLUMN fresh INT, ALTER INDEX {k_n} INVISIBLE',
  ]),
); // biome-ignore format: a list

const rareOfMariadb = onlyFor(
  'mariadb',
  oneOf([
    'ADD COLUMN fresh UUID DEFAULT uuid()', 'ADD COLUMN fresh INET6', 'ADD INDEX IF NOT EXISTS k_new ({n})', 'DROP COLUMN IF EXISTS nowhere, ADD COLUMN fresh INT', 'DROP COLUMN IF EXISTS {big}',
    'ALTER INDEX {k_n} IGNORED, ADD INDEX k_new ({m})', "ADD COLUMN d1 DATE NOT NULL DEFAULT '2020-01-01', ADD COLUMN d2 DATE NOT NULL DEFAULT '2021-01-01', ADD PERIOD FOR whole (d1, d2)",
    'ADD COLUMN fresh TEXT COMPRESSED', 'RENAME COLUMN IF EXISTS {m} TO m2', 'MODIFY COLUMN IF EXISTS {big} BIGINT DEFAULT 5', 'ADD COLUMN made INT AS ({n} + 1) PERSISTENT',
  ]),
); // biome-ignore format: a list

export const rare: AlterKind = (given) => rareOfMysql(given) ?? rareOfMariadb(given);
