import { type AlterKind, oneOf } from './alter-kind.ts';

/** Options of the table. */
export const options = oneOf([
  "COMMENT = 'told'", 'AUTO_INCREMENT = 100', 'STATS_PERSISTENT = 0', 'STATS_AUTO_RECALC = 1', 'ROW_FORMAT = COMPACT', 'ROW_FORMAT = DYNAMIC',
  'ROW_FORMAT = REDUNDANT', 'ROW_FORMAT = COMPRESSED KEY_BLOCK_SIZE = 4', 'KEY_BLOCK_SIZE = 8', 'ENGINE = InnoDB', 'ENGINE = MyISAM', 'FORCE',
  'RENAME TO t_new', 'MAX_ROWS = 1000', 'MIN_ROWS = 5', 'AVG_ROW_LENGTH = 100', 'DELAY_KEY_WRITE = 1', 'PACK_KEYS = 1', 'CHECKSUM = 1', 'ORDER BY {n}',
  'DISABLE KEYS', 'STATS_SAMPLE_PAGES = 30', 'INSERT_METHOD = NO', "COMMENT = 'told', ADD COLUMN fresh INT", 'RENAME TO t_new, ADD COLUMN fresh INT',
  'AUTO_INCREMENT = 50, ADD INDEX k_new ({n})',
]); // biome-ignore format: a list

/** Options that only one flavour has. */
export const optionsOwn: AlterKind = (given) =>
  given.flavour === 'mysql'
    ? oneOf([
        "ENCRYPTION = 'N'",
        "COMPRESSION = 'zlib'",
        'TABLESPACE = innodb_file_per_table',
        'TABLESPACE = innodb_system',
        "ENGINE_ATTRIBUTE = '{}'",
        'AUTOEXTEND_SIZE = 4M',
        'SECONDARY_ENGINE = NULL',
      ])(given)
    : oneOf([
        'PAGE_COMPRESSED = 1',
        'PAGE_COMPRESSED = 0',
        'ENCRYPTED = NO',
        'ADD SYSTEM VERSIONING',
        'DROP SYSTEM VERSIONING',
        'PAGE_CHECKSUM = 1',
        'TRANSACTIONAL = 1',
        'ENGINE = Aria',
        'MODIFY {m} INT DEFAULT NULL COMPRESSED',
        'ADD COLUMN IF NOT EXISTS fresh INT',
        'ADD COLUMN {long} IF NOT EXISTS x INT',
      ])(given);
