import type { Flavour } from './dialect.ts';

/** A part of a table that the lab tests draw from. */
interface Part {
  readonly sql: string;
  readonly only?: Flavour;
  /** Columns that have to be there. */
  readonly needs?: readonly string[];
  /** Cannot stand in a partitioned table. */
  readonly whole?: true;
}

const columns: Readonly<Record<string, Part>> = {
  a: { sql: "INT UNSIGNED NOT NULL DEFAULT '7' COMMENT 'it''s \\\\ a'" },
  b: { sql: 'DECIMAL(10,3) DEFAULT NULL' },
  c: { sql: "VARCHAR(40) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x'" },
  d: { sql: "ENUM('p','q''r','ü') DEFAULT 'p'" },
  e: { sql: "SET('1','2') NOT NULL" },
  f: { sql: 'TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)' },
  g: { sql: 'GEOMETRY NOT NULL', whole: true },
  h: { sql: 'TEXT' },
  i: { sql: "BIT(8) DEFAULT b'101'" },
  j: { sql: 'JSON DEFAULT NULL' },
  k: { sql: 'BINARY(4)' },
  l: { sql: 'YEAR DEFAULT NULL' },
  m: { sql: 'DOUBLE NOT NULL' },
  n: { sql: 'INT GENERATED ALWAYS AS (a * 2 + 1) STORED', needs: ['a'] },
  o: { sql: "VARCHAR(50) GENERATED ALWAYS AS (concat(c, '-', lower(c))) VIRTUAL COMMENT 'v'", needs: ['c'] },
  p: { sql: 'INT INVISIBLE' },
  q: { sql: 'INT CHECK (q > 0)' },
  r: { sql: 'BINARY(16) DEFAULT (uuid_to_bin(uuid()))', only: 'mysql' },
  s: { sql: 'POINT NOT NULL SRID 4326', only: 'mysql', whole: true },
  t: { sql: 'VECTOR(4)', only: 'mysql' },
  u: { sql: 'UUID DEFAULT uuid()', only: 'mariadb' },
  v: { sql: 'INET6 DEFAULT NULL', only: 'mariadb' },
  w: { sql: 'INT WITHOUT SYSTEM VERSIONING', only: 'mariadb' },
  'odd `name': { sql: "MEDIUMBLOB COMMENT 'select'" },
};

const keys: readonly Part[] = [
  { sql: 'KEY k1 (a, b DESC)', needs: ['a', 'b'] },
  { sql: 'UNIQUE KEY k2 (c(10))', needs: ['c'], whole: true },
  { sql: "KEY k3 (l) USING BTREE COMMENT 'k'", needs: ['l'] },
  { sql: 'FULLTEXT KEY k4 (h)', needs: ['h'], whole: true },
  { sql: 'SPATIAL KEY k5 (g)', needs: ['g'], whole: true },
  { sql: 'CONSTRAINT c1 CHECK (a between 1 and 10 or b is null)', needs: ['a', 'b'] },
  { sql: "CONSTRAINT c2 CHECK (c like 'x%')", needs: ['c'] },
  { sql: 'CONSTRAINT f1 FOREIGN KEY (m2) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE SET NULL', whole: true },
  { sql: 'KEY k6 ((a + 1), (lower(c)) DESC) INVISIBLE', needs: ['a', 'c'], only: 'mysql' },
  { sql: "KEY k7 ((cast(j->'$.x' as unsigned array)))", needs: ['j'], only: 'mysql' },
  { sql: 'FULLTEXT KEY k8 (h) WITH PARSER ngram', needs: ['h'], only: 'mysql', whole: true },
  { sql: 'CONSTRAINT c3 CHECK (a <> 5) NOT ENFORCED', needs: ['a'], only: 'mysql' },
  { sql: 'KEY k9 (a) IGNORED', needs: ['a'], only: 'mariadb' },
];

const options: readonly Part[] = [
  { sql: "COMMENT = 'table ''x'''" },
  { sql: 'AUTO_INCREMENT = 50' },
  { sql: 'ROW_FORMAT = DYNAMIC' },
  { sql: 'STATS_PERSISTENT = 1 STATS_SAMPLE_PAGES = 20' },
  { sql: 'DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin' },
  { sql: 'MAX_ROWS = 1000 MIN_ROWS = 10' },
  { sql: 'WITH SYSTEM VERSIONING', only: 'mariadb', whole: true },
  { sql: 'PAGE_COMPRESSED = 1', only: 'mariadb' },
];

const partitions: readonly Part[] = [
  { sql: 'PARTITION BY HASH (id DIV 3) PARTITIONS 3' },
  { sql: 'PARTITION BY LINEAR KEY ALGORITHM = 2 (id) PARTITIONS 2' },
  { sql: "PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10) COMMENT 'c', PARTITION p1 VALUES LESS THAN MAXVALUE)" },
  { sql: 'PARTITION BY LIST (id) (PARTITION p0 VALUES IN (1, -2), PARTITION p1 VALUES IN (3))' },
  { sql: 'PARTITION BY RANGE COLUMNS (id) (PARTITION p0 VALUES LESS THAN (5), PARTITION p1 VALUES LESS THAN (MAXVALUE))' },
  { sql: 'PARTITION BY RANGE (id) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (10))' },
  { sql: 'PARTITION BY LIST (id) (PARTITION p0 VALUES IN (1), PARTITION p1 DEFAULT)', only: 'mariadb' },
]; // biome-ignore format: a list

/** Statements that make the table `t`, of every shape the server knows; needs a table `parent (id INT PRIMARY KEY)`. */
export function* makeTables(flavour: Flavour, count: number, random: () => number): Generator<string, void> {
  for (let made = 0; made < count; made += 1) {
    const partitioned = random() < 0.4;
    const pick = (part: Part, chance: number): boolean =>
      (part.only ?? flavour) === flavour && !(partitioned && part.whole) && random() < chance;
    const names = new Set<string>();
    const lines = ['id INT NOT NULL AUTO_INCREMENT', 'm2 INT DEFAULT NULL', 'PRIMARY KEY (id)'];
    for (const [name, part] of Object.entries(columns)) {
      if (!pick(part, 0.5) || part.needs?.some((needed) => !names.has(needed))) continue;
      names.add(name);
      lines.push(`\`${name.replaceAll('`', '``')}\` ${part.sql}`);
    }
    for (const key of keys)
      if (pick(key, 0.5) && key.needs?.every((needed) => names.has(needed)) !== false) lines.push(key.sql);
    const chosen = options.filter((option) => pick(option, 0.3)).map(({ sql }) => sql);
    // A column says WITHOUT SYSTEM VERSIONING in a versioned table only.
    if (names.has('w') && !partitioned && !chosen.includes('WITH SYSTEM VERSIONING'))
      chosen.push('WITH SYSTEM VERSIONING');
    const usable = partitions.filter((part) => (part.only ?? flavour) === flavour);
    const partitioning = partitioned ? (usable[Math.floor(random() * usable.length)]?.sql ?? '') : '';
    yield `CREATE TABLE t (${lines.join(', ')}) ENGINE = InnoDB ${chosen.join(' ')} ${partitioning}`;
  }
}
