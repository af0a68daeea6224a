import type { Flavour } from '@myriad/sql';

/** Numbers in [0, 1). */
export type Random = () => number;

export interface ShapeColumn {
  readonly sql: string;
  /** What a row holds; `undefined`: the server fills it. */
  readonly value: string | undefined;
  readonly only?: Flavour;
  readonly needs?: readonly string[];
  /** Cannot stand in a partitioned table. */
  readonly whole?: true;
}

/** Columns the generated tables draw from: by name, so that an ALTER knows what it finds. */
export const shapeColumns: Readonly<Record<string, ShapeColumn>> = {
  n: { sql: 'INT NOT NULL DEFAULT 0', value: 'ID' },
  m: { sql: 'INT DEFAULT NULL', value: 'ID' },
  small: { sql: 'SMALLINT UNSIGNED NOT NULL DEFAULT 1', value: 'ID' },
  big: { sql: 'BIGINT DEFAULT NULL', value: 'ID' },
  latin: { sql: "VARCHAR(40) CHARACTER SET latin1 NOT NULL DEFAULT 'x'", value: "CONCAT('l', ID)" },
  three: { sql: 'VARCHAR(60) CHARACTER SET utf8mb3 DEFAULT NULL', value: "CONCAT('t', ID)" },
  four: { sql: 'VARCHAR(50) CHARACTER SET utf8mb4 DEFAULT NULL', value: "CONCAT('f', ID)" },
  wide: { sql: 'VARCHAR(300) CHARACTER SET utf8mb4 DEFAULT NULL', value: "CONCAT('w', ID)" },
  fixed: { sql: "CHAR(10) CHARACTER SET utf8mb4 NOT NULL DEFAULT ''", value: "CONCAT('c', ID)" },
  bytes: { sql: 'VARBINARY(50) DEFAULT NULL', value: "CONCAT('b', ID)" },
  choice: { sql: "ENUM('p','q') DEFAULT 'p'", value: "'p'" },
  many: { sql: "SET('r','s') NOT NULL DEFAULT 'r'", value: "'r'" },
  long: { sql: 'TEXT', value: "CONCAT('long ', ID)" },
  blob: { sql: 'BLOB', value: "'b'" },
  doc: { sql: 'JSON DEFAULT NULL', value: "'{}'" },
  money: { sql: 'DECIMAL(10,2) NOT NULL DEFAULT 0', value: 'ID' },
  real: { sql: 'FLOAT DEFAULT NULL', value: '1' },
  at: { sql: 'DATETIME DEFAULT NULL', value: "'2026-01-02 03:04:05'" },
  stamp: { sql: 'TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)', value: "'2026-01-02 03:04:05'" },
  day: { sql: 'DATE DEFAULT NULL', value: "'2026-01-02'" },
  hidden: { sql: 'INT INVISIBLE DEFAULT 3', value: '1' },
  stored: { sql: 'INT GENERATED ALWAYS AS (n + 1) STORED', value: undefined, needs: ['n'] },
  virtual: { sql: 'INT GENERATED ALWAYS AS (n * 2) VIRTUAL', value: undefined, needs: ['n'] },
  spot: { sql: 'POINT NOT NULL', value: 'POINT(1, 2)', whole: true },
  said: { sql: 'VARCHAR(70) DEFAULT NULL', value: "CONCAT('s', ID)" },
  note: { sql: 'TEXT', value: "CONCAT('n', ID)" },
  code: { sql: "CHAR(8) NOT NULL DEFAULT ''", value: "CONCAT('k', ID)" },
  expressed: { sql: 'BINARY(16) DEFAULT (UUID_TO_BIN(UUID()))', value: "'1234567890123456'", only: 'mysql' },
  uuid: { sql: 'UUID DEFAULT uuid()', value: 'uuid()', only: 'mariadb' },
}; // biome-ignore format: a table

interface ShapePart {
  readonly sql: string;
  readonly needs: readonly string[];
  readonly only?: Flavour;
  readonly whole?: true;
}

const keys: readonly ShapePart[] = [
  { sql: 'KEY k_n (n)', needs: ['n'] },
  { sql: 'KEY k_latin (latin, m)', needs: ['latin', 'm'] },
  { sql: 'UNIQUE KEY u_m (m)', needs: ['m'], whole: true },
  { sql: 'UNIQUE KEY u_small (small)', needs: ['small'], whole: true },
  { sql: 'KEY k_long ({long}(10))', needs: ['long'] },
  { sql: 'KEY k_four (four(8))', needs: ['four'] },
  { sql: 'KEY k_virtual ({virtual})', needs: ['virtual'] },
  { sql: 'KEY k_stored ({stored})', needs: ['stored'] },
  { sql: 'KEY k_choice ({choice})', needs: ['choice'] },
  { sql: 'SPATIAL KEY s_spot (spot)', needs: ['spot'], whole: true },
  { sql: 'KEY k_said (said)', needs: ['said'] },
  { sql: 'KEY k_code (code)', needs: ['code'] },
  { sql: 'KEY k_down (day DESC, n)', needs: ['day', 'n'] },
  { sql: 'CONSTRAINT c_n CHECK (n >= 0)', needs: ['n'] },
  { sql: 'CONSTRAINT c_off CHECK (money > 0) NOT ENFORCED', needs: ['money'], only: 'mysql' },
  { sql: 'KEY k_expr ((m + 1))', needs: ['m'], only: 'mysql' },
  { sql: 'KEY k_unseen (big) INVISIBLE', needs: ['big'], only: 'mysql' },
  { sql: 'KEY k_unseen (big) IGNORED', needs: ['big'], only: 'mariadb' },
];

/** What a table is, besides its columns; the chance of each is in `chances`. */
export type Feature =
  | 'plain' | 'compressed' | 'redundant' | 'compact' | 'fulltext' | 'fulltext-gone' | 'child' | 'parent' | 'self' | 'trigger'
  | 'partition-hash' | 'partition-range' | 'partition-list' | 'no-key' | 'key-unique' | 'key-text' | 'key-two' | 'instant-once'
  | 'instant-many' | 'instant-full' | 'temporary' | 'myisam' | 'doc-id' | 'versioned' | 'latin-table' | 'utf8-table' | 'partition-key' | 'partition-columns' | 'partition-sub'
  | 'child-null' | 'trigger-many' | 'page-compressed'; // biome-ignore format: a list

const features: readonly (readonly [Feature, number, Flavour?])[] = [
  ['plain', 30], ['compressed', 6], ['redundant', 4], ['compact', 2], ['fulltext', 8], ['fulltext-gone', 3], ['child', 6],
  ['parent', 6], ['self', 2], ['trigger', 3], ['partition-hash', 4], ['partition-range', 5], ['partition-list', 3],
  ['no-key', 4], ['key-unique', 3], ['key-text', 3], ['key-two', 4], ['instant-once', 5], ['instant-many', 3],
  ['instant-full', 2, 'mysql'], ['temporary', 3], ['myisam', 2], ['doc-id', 1], ['versioned', 2, 'mariadb'],
  ['latin-table', 3], ['utf8-table', 6], ['partition-key', 2], ['partition-columns', 2], ['partition-sub', 1],
  ['child-null', 2], ['trigger-many', 1], ['page-compressed', 1, 'mariadb'],
]; // biome-ignore format: a table

export interface TableShape {
  readonly feature: Feature;
  readonly columns: ReadonlySet<string>;
  /** Makes `t` and its neighbours, in an empty database; run one by one. */
  readonly statements: readonly string[];
  readonly isPartitioned: boolean;
  /** Names of keys and checks that are there. */
  readonly keys: ReadonlySet<string>;
}

export const pickOne = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

function pickFeature(flavour: Flavour, random: Random): Feature {
  const usable = features.filter(([, , only]) => (only ?? flavour) === flavour);
  const total = usable.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [feature, weight] of usable) {
    left -= weight;
    if (left < 0) return feature;
  }
  return 'plain';
}

/** A table `t` of some shape, with three rows. */
export function makeTableShape(flavour: Flavour, random: Random, feature = pickFeature(flavour, random)): TableShape {
  const isPartitioned = feature.startsWith('partition');
  const isBare = isPartitioned || feature === 'versioned' || feature === 'myisam';
  const names = new Set<string>();
  const density = 0.3 + random() * 0.6;
  for (const [name, { only, needs, whole }] of Object.entries(shapeColumns)) {
    if ((only ?? flavour) !== flavour || (whole && isBare) || random() > density) continue;
    if (needs?.every((needed) => names.has(needed)) !== false) names.add(name);
  }
  if (feature.startsWith('fulltext')) names.add('long').add('four');
  const lines = [...primaryOf(feature), ...[...names].map((name) => `${quoted(name)} ${shapeColumns[name]?.sql}`)];
  const kept = keys.filter(({ needs, only, whole }) => {
    const isUsable = (only ?? flavour) === flavour && !(whole && isBare) && needs.every((name) => names.has(name));
    return isUsable && random() < 0.45;
  });
  lines.push(...kept.map(({ sql }) => sql.replaceAll(/\{(\w+)\}/g, (_, name: string) => quoted(name))));
  lines.push(...moreKeys(feature));
  const temporary = feature === 'temporary' ? 'TEMPORARY ' : '';
  const create = `CREATE ${temporary}TABLE t (${lines.join(', ')}) ${optionsOf(feature)} ${partitionsOf(feature)}`;
  const statements = [
    ...(feature.startsWith('child') ? ['CREATE TABLE parent (id INT PRIMARY KEY)', 'INSERT INTO parent VALUES (1), (2), (3)'] : []),
    create.trim(),
    ...[1, 2, 3].map((id) => insertRow(names, id, feature)),
    ...afterwards(feature, flavour),
  ]; // biome-ignore format: a list
  const found = kept.map(({ sql }) => /(?:KEY|CONSTRAINT) (\w+)/.exec(sql)?.[1] ?? '');
  const own = feature.startsWith('child') ? ['fk_parent', 'k_parent'] : feature === 'fulltext' ? ['ft_long'] : [];
  return { feature, columns: names, statements, isPartitioned, keys: new Set([...found, ...own]) };
}

export const quoted = (name: string): string => (/^[a-z_0-9]+$/.test(name) && !words.has(name) ? name : `\`${name}\``);
const words = new Set(['long', 'virtual', 'stored', 'blob', 'real', 'at', 'day', 'many', 'choice', 'uuid', 'fixed']);

function primaryOf(feature: Feature): readonly string[] {
  if (feature === 'no-key') return ['id INT NOT NULL'];
  if (feature === 'key-unique') return ['id INT NOT NULL', 'UNIQUE KEY u_id (id)'];
  if (feature === 'key-text') return ["id VARCHAR(30) CHARACTER SET utf8mb4 NOT NULL DEFAULT ''", 'PRIMARY KEY (id)'];
  if (feature === 'key-two') return ['id INT NOT NULL', 'part INT NOT NULL DEFAULT 1', 'PRIMARY KEY (id, part)'];
  if (feature.startsWith('partition')) return ['id INT NOT NULL', 'PRIMARY KEY (id)'];
  return ['id INT NOT NULL AUTO_INCREMENT', 'PRIMARY KEY (id)'];
}

function moreKeys(feature: Feature): readonly string[] {
  if (feature === 'child')
    return [
      'parent_id INT DEFAULT NULL',
      'KEY k_parent (parent_id)',
      'CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE',
    ];
  if (feature === 'child-null')
    return [
      'parent_id INT DEFAULT NULL',
      'KEY k_parent (parent_id)',
      'CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE SET NULL ON UPDATE CASCADE',
    ];
  if (feature === 'self')
    return ['up INT DEFAULT NULL', 'KEY k_up (up)', 'CONSTRAINT fk_up FOREIGN KEY (up) REFERENCES t (id)'];
  if (feature === 'fulltext' || feature === 'fulltext-gone') return ['FULLTEXT KEY ft_long (`long`)'];
  if (feature === 'doc-id') return ['FTS_DOC_ID BIGINT UNSIGNED NOT NULL DEFAULT 7'];
  return [];
}

function optionsOf(feature: Feature): string {
  if (feature === 'compressed') return 'ENGINE=InnoDB ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8';
  if (feature === 'redundant') return 'ENGINE=InnoDB ROW_FORMAT=REDUNDANT';
  if (feature === 'compact') return 'ENGINE=InnoDB ROW_FORMAT=COMPACT';
  if (feature === 'myisam') return 'ENGINE=MyISAM';
  if (feature === 'versioned') return 'ENGINE=InnoDB WITH SYSTEM VERSIONING';
  if (feature === 'utf8-table') return 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb3';
  if (feature === 'latin-table') return 'ENGINE=InnoDB DEFAULT CHARSET=latin1';
  return feature === 'page-compressed' ? 'ENGINE=InnoDB PAGE_COMPRESSED=1' : 'ENGINE=InnoDB';
}

function partitionsOf(feature: Feature): string {
  if (feature === 'partition-hash') return 'PARTITION BY HASH (id) PARTITIONS 3';
  if (feature === 'partition-range')
    return 'PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (2), PARTITION p1 VALUES LESS THAN (3), PARTITION p2 VALUES LESS THAN (10))';
  if (feature === 'partition-key') return 'PARTITION BY KEY (id) PARTITIONS 3';
  if (feature === 'partition-columns')
    return 'PARTITION BY RANGE COLUMNS (id) (PARTITION p0 VALUES LESS THAN (2), PARTITION p1 VALUES LESS THAN (3), PARTITION p2 VALUES LESS THAN (10))';
  if (feature === 'partition-sub')
    return 'PARTITION BY RANGE (id) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (2), PARTITION p1 VALUES LESS THAN (3), PARTITION p2 VALUES LESS THAN (10))';
  if (feature === 'partition-list')
    return 'PARTITION BY LIST (id) (PARTITION p0 VALUES IN (1), PARTITION p1 VALUES IN (2), PARTITION p2 VALUES IN (3))';
  return '';
}

function insertRow(names: ReadonlySet<string>, id: number, feature: Feature): string {
  const filled = [...names].filter((name) => shapeColumns[name]?.value !== undefined);
  const values = filled.map((name) => (shapeColumns[name]?.value ?? '').replace('ID', String(id)));
  const more = feature === 'doc-id' ? [['FTS_DOC_ID', String(id)]] : [];
  const columns = ['id', ...filled.map(quoted), ...more.map(([name]) => name)];
  return `INSERT INTO t (${columns.join(', ')}) VALUES (${[id, ...values, ...more.map(([, value]) => value)].join(', ')})`;
}

function afterwards(feature: Feature, flavour: Flavour): readonly string[] {
  if (feature === 'parent')
    return ['CREATE TABLE kid (id INT PRIMARY KEY, t_id INT, CONSTRAINT fk_t FOREIGN KEY (t_id) REFERENCES t (id))'];
  if (feature === 'trigger') return ['CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW SET @x = NEW.id'];
  if (feature === 'trigger-many')
    return ['INSERT', 'UPDATE', 'DELETE'].map(
      (event) => `CREATE TRIGGER tr_${event} AFTER ${event} ON t FOR EACH ROW SET @x = 1`,
    );
  if (feature === 'fulltext-gone') return ['ALTER TABLE t DROP KEY ft_long'];
  if (!feature.startsWith('instant')) return [];
  const times = feature === 'instant-once' ? 1 : feature === 'instant-many' ? 20 : flavour === 'mysql' ? 255 : 20;
  return Array.from({ length: times }, (_, at) =>
    at % 2 === 0 ? 'ALTER TABLE t ADD COLUMN extra INT DEFAULT 5' : 'ALTER TABLE t DROP COLUMN extra',
  );
}
