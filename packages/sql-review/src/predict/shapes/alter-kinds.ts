import { type AlterKind, oneOf, onlyFor } from './alter-kind.ts';
import { checkAgain, computedDefault, grownList, rare, recode, together } from './everyday-kinds.ts';
import { clusteredKey, enumCharset, virtualBeside } from './mixed-kinds.ts';
import { options, optionsOwn } from './option-kinds.ts';

const place: AlterKind = oneOf([' FIRST', ' AFTER id', ' AFTER {n}', ' AFTER {four}', '', '', '']);

const addColumn: AlterKind = (given) => {
  const text = oneOf([
    'ADD COLUMN fresh INT',
    'ADD COLUMN fresh INT NOT NULL',
    'ADD COLUMN fresh BIGINT NOT NULL DEFAULT 8',
    "ADD COLUMN fresh VARCHAR(100) CHARACTER SET utf8mb4 DEFAULT 'it''s'",
    'ADD COLUMN fresh TEXT',
    'ADD COLUMN fresh JSON',
    'ADD COLUMN fresh TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP',
    'ADD COLUMN fresh DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP',
    'ADD COLUMN fresh DATE NOT NULL DEFAULT (CURRENT_DATE)',
    'ADD COLUMN fresh DOUBLE DEFAULT (1 + 2)',
    "ADD COLUMN fresh ENUM('a','b') NOT NULL DEFAULT 'a' COMMENT 'x'",
    'ADD COLUMN fresh INT INVISIBLE DEFAULT 1',
    'ADD COLUMN fresh INT CHECK (fresh < 1000)',
    'ADD COLUMN fresh POINT',
  ])(given);
  return `${text}${place(given)}`;
};

const addGenerated: AlterKind = (given) => {
  const text = oneOf([
    'ADD COLUMN made INT GENERATED ALWAYS AS ({n} + 5) VIRTUAL',
    'ADD COLUMN made INT GENERATED ALWAYS AS ({n} + 5) STORED',
    'ADD COLUMN made VARCHAR(200) GENERATED ALWAYS AS (CONCAT({latin}, 1)) VIRTUAL',
    'ADD COLUMN made INT AS ({m} * 2) STORED',
    'ADD COLUMN made INT AS ({m} * 2) VIRTUAL',
    'ADD COLUMN made INT AS ({m} * 2) VIRTUAL NOT NULL',
  ])(given);
  return text && `${text}${place(given)}`;
};

const addColumnWithKey = oneOf([
  'ADD COLUMN fresh INT UNIQUE',
  'ADD COLUMN fresh INT, ADD KEY k_fresh (fresh)',
  'ADD COLUMN counted INT NOT NULL AUTO_INCREMENT, ADD KEY k_counted (counted)',
  'ADD COLUMN fresh INT, ADD COLUMN other INT AFTER id',
  'ADD COLUMN (fresh INT, other VARCHAR(10))',
  'ADD COLUMN fresh TEXT, ADD FULLTEXT KEY ft_fresh (fresh)',
  'ADD COLUMN made INT AS ({n} + 5) VIRTUAL, ADD KEY k_made (made)',
]);

const dropColumn = oneOf(
  ['n', 'm', 'small', 'big', 'latin', 'three', 'four', 'wide', 'fixed', 'bytes', 'choice', 'long', 'blob', 'doc', 'money', 'real']
    .concat(['at', 'stamp', 'day', 'hidden', 'stored', 'virtual', 'spot'])
    .map((name) => `DROP COLUMN {${name}}`),
); // biome-ignore format: a list

const dropMany = oneOf([
  'DROP COLUMN {big}, DROP COLUMN {money}',
  'DROP COLUMN {four}, ADD COLUMN fresh INT',
  'DROP COLUMN {virtual}, DROP COLUMN {day}',
]);

const renameColumn = oneOf([
  'RENAME COLUMN {n} TO n2', 'RENAME COLUMN {m} TO m2', 'RENAME COLUMN {latin} TO latin2', 'RENAME COLUMN {virtual} TO v2',
  'RENAME COLUMN {stored} TO s2', 'RENAME COLUMN {long} TO l2', 'RENAME COLUMN id TO id2', 'RENAME COLUMN {money} TO cash',
  'CHANGE {m} m2 INT DEFAULT NULL', 'CHANGE {big} big2 BIGINT DEFAULT NULL', 'CHANGE {day} day2 DATE DEFAULT NULL',
  'RENAME COLUMN {big} TO b2, ADD COLUMN fresh INT', 'RENAME COLUMN {hidden} TO h2',
]); // biome-ignore format: a list

const changeDefault = oneOf([
  'ALTER COLUMN {n} SET DEFAULT 9', 'ALTER COLUMN {n} DROP DEFAULT', 'ALTER COLUMN {four} SET DEFAULT \'y\'',
  'MODIFY {n} INT NOT NULL DEFAULT 4', 'MODIFY {big} BIGINT DEFAULT 5', 'ALTER COLUMN {money} SET DEFAULT (1 + 1)',
  'MODIFY {stamp} TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)', 'MODIFY {at} DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP',
]); // biome-ignore format: a list

const nullability = oneOf([
  'MODIFY {n} INT DEFAULT 0', 'MODIFY {m} INT NOT NULL', 'MODIFY {big} BIGINT NOT NULL', 'MODIFY {money} DECIMAL(10,2) DEFAULT 0',
  'MODIFY {four} VARCHAR(50) CHARACTER SET utf8mb4 NOT NULL', "MODIFY {latin} VARCHAR(40) CHARACTER SET latin1 DEFAULT 'x'",
  'MODIFY {day} DATE NOT NULL', "MODIFY {many} SET('r','s') DEFAULT 'r'", 'MODIFY {long} TEXT NOT NULL', 'MODIFY {small} SMALLINT UNSIGNED DEFAULT 1',
]); // biome-ignore format: a list

const changeType = oneOf([
  'MODIFY {n} BIGINT NOT NULL DEFAULT 0', 'MODIFY {n} SMALLINT NOT NULL DEFAULT 0', 'MODIFY {n} INT UNSIGNED NOT NULL DEFAULT 0',
  'MODIFY {m} BIGINT DEFAULT NULL', 'MODIFY {small} INT UNSIGNED NOT NULL DEFAULT 1', 'MODIFY {big} INT DEFAULT NULL',
  'MODIFY {money} DECIMAL(12,2) NOT NULL DEFAULT 0', 'MODIFY {money} DECIMAL(10,3) NOT NULL DEFAULT 0', 'MODIFY {real} DOUBLE DEFAULT NULL',
  'MODIFY {at} DATETIME(6) DEFAULT NULL', 'MODIFY {at} TIMESTAMP NULL DEFAULT NULL', 'MODIFY {day} DATETIME DEFAULT NULL',
  'MODIFY {long} MEDIUMTEXT', 'MODIFY {blob} LONGBLOB', 'MODIFY {long} VARCHAR(1000)', 'MODIFY {doc} LONGTEXT', 'MODIFY {n} VARCHAR(20) NOT NULL DEFAULT 0',
  'MODIFY {four} TEXT CHARACTER SET utf8mb4', 'MODIFY {bytes} VARBINARY(60) DEFAULT NULL', 'MODIFY {bytes} VARBINARY(255) DEFAULT NULL',
  'MODIFY {bytes} VARBINARY(256) DEFAULT NULL', 'MODIFY {bytes} VARBINARY(20) DEFAULT NULL', 'MODIFY {bytes} BLOB',
  "MODIFY {fixed} CHAR(12) CHARACTER SET utf8mb4 NOT NULL DEFAULT ''", "MODIFY {fixed} VARCHAR(10) CHARACTER SET utf8mb4 NOT NULL DEFAULT ''",
  'MODIFY {n} INT ZEROFILL NOT NULL DEFAULT 0', 'MODIFY {m} INT(5) DEFAULT NULL', 'MODIFY id BIGINT NOT NULL', 'MODIFY id INT NOT NULL', 'MODIFY id BIGINT NOT NULL AUTO_INCREMENT',
  'MODIFY id INT UNSIGNED NOT NULL AUTO_INCREMENT', 'MODIFY {expressed} BINARY(20)', 'MODIFY {m} INT DEFAULT NULL AFTER id, MODIFY {big} BIGINT DEFAULT 4',
]); // biome-ignore format: a list

const changeLength = oneOf([
  'MODIFY {latin} VARCHAR(80) CHARACTER SET latin1 NOT NULL DEFAULT \'x\'', 'MODIFY {latin} VARCHAR(255) CHARACTER SET latin1 NOT NULL DEFAULT \'x\'',
  'MODIFY {latin} VARCHAR(256) CHARACTER SET latin1 NOT NULL DEFAULT \'x\'', 'MODIFY {latin} VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT \'x\'',
  'MODIFY {three} VARCHAR(85) CHARACTER SET utf8mb3 DEFAULT NULL', 'MODIFY {three} VARCHAR(86) CHARACTER SET utf8mb3 DEFAULT NULL',
  'MODIFY {four} VARCHAR(63) CHARACTER SET utf8mb4 DEFAULT NULL', 'MODIFY {four} VARCHAR(64) CHARACTER SET utf8mb4 DEFAULT NULL',
  'MODIFY {four} VARCHAR(500) CHARACTER SET utf8mb4 DEFAULT NULL', 'MODIFY {wide} VARCHAR(1000) CHARACTER SET utf8mb4 DEFAULT NULL',
  'MODIFY {wide} VARCHAR(200) CHARACTER SET utf8mb4 DEFAULT NULL', 'CHANGE {four} four2 VARCHAR(60) CHARACTER SET utf8mb4 DEFAULT NULL',
  "MODIFY {four} VARCHAR(60) CHARACTER SET utf8mb4 DEFAULT 'z' COMMENT 'c'",
]); // biome-ignore format: a list

const changeCharset = oneOf([
  "MODIFY {latin} VARCHAR(40) CHARACTER SET utf8mb4 NOT NULL DEFAULT 'x'", 'MODIFY {three} VARCHAR(60) CHARACTER SET utf8mb4 DEFAULT NULL',
  'MODIFY {three} VARCHAR(85) CHARACTER SET utf8mb4 DEFAULT NULL', 'MODIFY {four} VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL',
  'MODIFY {four} VARCHAR(50) CHARACTER SET latin1 DEFAULT NULL', "MODIFY {latin} VARCHAR(40) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x'",
  'CONVERT TO CHARACTER SET utf8mb4', 'CONVERT TO CHARACTER SET latin1', 'CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
  'MODIFY {long} TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', 'MODIFY {wide} VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL', 'DEFAULT CHARACTER SET latin1', 'COLLATE utf8mb4_bin', 'DEFAULT CHARACTER SET utf8mb4', 'MODIFY {wide} VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci DEFAULT NULL',
]); // biome-ignore format: a list

const changeEnum = oneOf([
  "MODIFY {choice} ENUM('p','q','r') DEFAULT 'p'", "MODIFY {choice} ENUM('o','p','q') DEFAULT 'p'", "MODIFY {choice} ENUM('p') DEFAULT 'p'",
  "MODIFY {many} SET('r','s','t') NOT NULL DEFAULT 'r'", "MODIFY {many} SET('r','s','t','u','v','w','x','y','z') NOT NULL DEFAULT 'r'",
  "MODIFY {choice} VARCHAR(10) DEFAULT 'p'", "MODIFY {choice} ENUM('p','q','r') NOT NULL DEFAULT 'p'", "MODIFY {many} SET('s','r') NOT NULL DEFAULT 'r'",
]); // biome-ignore format: a list

const reorder = oneOf([
  'MODIFY {m} INT DEFAULT NULL FIRST', 'MODIFY {big} BIGINT DEFAULT NULL AFTER id', 'MODIFY {day} DATE DEFAULT NULL FIRST',
  'MODIFY {virtual} INT GENERATED ALWAYS AS (n * 2) VIRTUAL FIRST', 'MODIFY {stored} INT GENERATED ALWAYS AS (n + 1) STORED FIRST',
  'MODIFY {four} VARCHAR(50) CHARACTER SET utf8mb4 DEFAULT NULL AFTER {n}',
]); // biome-ignore format: a list

const generated = oneOf([
  'MODIFY {virtual} INT GENERATED ALWAYS AS (n * 3) VIRTUAL', 'MODIFY {stored} INT GENERATED ALWAYS AS (n + 2) STORED',
  'MODIFY {stored} INT', 'MODIFY {virtual} INT GENERATED ALWAYS AS (n * 2) STORED', 'MODIFY {stored} INT GENERATED ALWAYS AS (n + 1) VIRTUAL',
  'MODIFY {virtual} BIGINT GENERATED ALWAYS AS (n * 2) VIRTUAL', "MODIFY {virtual} INT GENERATED ALWAYS AS (n * 2) VIRTUAL COMMENT 'c'",
  "MODIFY {stored} INT GENERATED ALWAYS AS (n + 1) STORED COMMENT 'c'", 'MODIFY {virtual} INT',
]); // biome-ignore format: a list

const columnWords = oneOf([
  "MODIFY {n} INT NOT NULL DEFAULT 0 COMMENT 'said'", 'MODIFY {hidden} INT DEFAULT 3', 'MODIFY {m} INT INVISIBLE DEFAULT NULL',
  "MODIFY {doc} JSON DEFAULT NULL COMMENT 'said'", 'MODIFY {n} INT NOT NULL DEFAULT 0', 'MODIFY {m} INT DEFAULT NULL', 'MODIFY {long} TEXT',
  "MODIFY {choice} ENUM('p','q') DEFAULT 'p' COMMENT 'said'", 'MODIFY {spot} POINT NOT NULL', 'ALTER COLUMN {n} SET INVISIBLE', 'ALTER COLUMN {hidden} SET VISIBLE',
]); // biome-ignore format: a list

const addIndex = oneOf([
  'ADD INDEX k_new ({n})', 'ADD INDEX k_new ({four}(10), {m})', 'ADD UNIQUE k_new ({m}, id)', 'ADD UNIQUE INDEX k_new (id, {n})', 'ADD INDEX k_new ({long}(20))',
  'ADD INDEX k_new ({stored})', 'ADD INDEX k_new ({virtual})', 'ADD INDEX k_new ({virtual}, {n})', 'ADD INDEX k_new ({day} DESC)', 'ADD FULLTEXT INDEX ft_new ({long})',
  'ADD FULLTEXT INDEX ft_new ({four})', 'ADD FULLTEXT INDEX ft_new ({wide}), ADD INDEX k_new ({n})', 'ADD SPATIAL INDEX s_new ({spot})',
  'ADD INDEX k_new ({big}), ADD INDEX k_new2 ({money})', "ADD INDEX k_new ({latin}) COMMENT 'k'", 'ADD FULLTEXT INDEX ft_1 ({long}), ADD FULLTEXT INDEX ft_2 ({four})',
]); // biome-ignore format: a list

const addIndexMysql = onlyFor(
  'mysql',
  oneOf([
    'ADD INDEX k_new (({n} + 1))',
    'ADD INDEX k_new ({n}) INVISIBLE',
    "ADD INDEX k_new ((CAST({doc}->'$.a' AS UNSIGNED ARRAY)))",
    'ADD INDEX k_new ((LOWER({four})), {n})',
  ]),
);

const dropIndex = oneOf(
  [
    'k_n',
    'k_latin',
    'u_m',
    'u_small',
    'k_long',
    'k_four',
    'k_virtual',
    'k_stored',
    's_spot',
    'k_expr',
    'k_unseen',
    'ft_long',
  ].map((name) => `DROP INDEX {${name}}`),
);

const changeIndex = oneOf([
  'RENAME INDEX {k_n} TO k_other', 'RENAME INDEX {u_m} TO u_other', 'RENAME INDEX {ft_long} TO ft_other', 'DROP INDEX {k_n}, ADD INDEX k_n (n, id)',
  'DROP INDEX {k_n}, ADD INDEX k_n (n)', "DROP INDEX {k_n}, ADD INDEX k_n (n) COMMENT 'said'", 'RENAME INDEX {k_choice} TO k_2, ADD COLUMN fresh INT',
  'DROP INDEX {u_m}, ADD INDEX u_m (m)', 'RENAME INDEX {k_virtual} TO k_other', 'RENAME INDEX {s_spot} TO s_other',
]); // biome-ignore format: a list

const visibility: AlterKind = (given) =>
  given.flavour === 'mysql'
    ? oneOf(['ALTER INDEX {k_n} INVISIBLE', 'ALTER INDEX {k_unseen} VISIBLE', 'ALTER INDEX {u_m} INVISIBLE'])(given)
    : oneOf(['ALTER INDEX {k_n} IGNORED', 'ALTER INDEX {k_unseen} NOT IGNORED', 'ALTER INDEX {u_m} IGNORED'])(given);

const primaryKey: AlterKind = (given) => {
  const { feature } = given.shape;
  if (feature === 'no-key' || feature === 'key-unique')
    return oneOf([
      'ADD PRIMARY KEY (id)',
      'ADD PRIMARY KEY (id, {n})',
      'ADD COLUMN pk BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST',
    ])(given);
  if (feature === 'key-two' || feature === 'key-text')
    return oneOf([
      'DROP PRIMARY KEY',
      'DROP PRIMARY KEY, ADD PRIMARY KEY (id)',
      "MODIFY id VARCHAR(60) CHARACTER SET utf8mb4 NOT NULL DEFAULT ''",
      'DROP PRIMARY KEY, ADD PRIMARY KEY (id, {n})',
    ])(given);
  return oneOf([
    'DROP PRIMARY KEY, ADD PRIMARY KEY (id, {n})',
    'DROP PRIMARY KEY, ADD PRIMARY KEY (id, {small})',
    'MODIFY id INT NOT NULL, DROP PRIMARY KEY',
  ])(given);
};

const foreignKey: AlterKind = (given) => {
  const { feature } = given.shape;
  if (feature === 'child' || feature === 'child-null')
    return oneOf([
      'DROP FOREIGN KEY fk_parent',
      'DROP FOREIGN KEY fk_parent, DROP INDEX k_parent',
      'DROP FOREIGN KEY fk_parent, ADD COLUMN fresh INT',
      'RENAME COLUMN parent_id TO p2',
      'DROP FOREIGN KEY fk_parent, DROP COLUMN parent_id',
      'MODIFY parent_id INT NOT NULL',
      'ADD CONSTRAINT fk_second FOREIGN KEY ({m}) REFERENCES parent (id)',
      'ADD CONSTRAINT fk_second FOREIGN KEY ({m}) REFERENCES parent (id) ON DELETE SET NULL, ADD INDEX k_new ({m})',
      'ADD COLUMN pid INT, ADD CONSTRAINT fk_second FOREIGN KEY (pid) REFERENCES parent (id)',
    ])(given);
  return oneOf([
    'ADD CONSTRAINT fk_self FOREIGN KEY ({m}) REFERENCES t (id)',
    'ADD FOREIGN KEY ({n}) REFERENCES t (id) ON DELETE CASCADE',
  ])(given);
};

const check: AlterKind = (given) =>
  given.flavour === 'mysql'
    ? oneOf([
        'ADD CONSTRAINT c_new CHECK ({n} < 1000)',
        'ADD CONSTRAINT c_new CHECK ({n} < 1000) NOT ENFORCED',
        'DROP CHECK {c_n}',
        'ALTER CHECK {c_n} NOT ENFORCED',
        'ALTER CHECK {c_off} ENFORCED',
        'DROP CONSTRAINT {c_off}',
        'DROP CHECK {c_n}, ADD COLUMN fresh INT',
      ])(given)
    : oneOf([
        'ADD CONSTRAINT c_new CHECK ({n} < 1000)',
        'DROP CONSTRAINT {c_n}',
        'DROP CONSTRAINT {c_n}, ADD COLUMN fresh INT',
      ])(given);

/** By name; every kind is as likely as every other. */
export const alterKinds: Readonly<Record<string, AlterKind>> = {
  addColumn, addGenerated, addColumnWithKey, dropColumn, dropMany, renameColumn, changeDefault, nullability, changeType, changeLength,
  changeCharset, changeEnum, reorder, generated, columnWords, addIndex, addIndexMysql, dropIndex, changeIndex, visibility, primaryKey,
  foreignKey, check, options, optionsOwn, virtualBeside, enumCharset, clusteredKey, together, computedDefault,
  recode, grownList, checkAgain, rare,
}; // biome-ignore format: a list
