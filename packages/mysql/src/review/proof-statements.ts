import { defineStatement } from '../catalogue/statement.ts';
import { quoteIdentifier } from '../quoting.ts';
import { isAtLeast } from '../version.ts';

/** Sent only to the server somebody named with `--prove-on`: a scratch instance or a restored copy, never one of the fleet. */
const proving = { sentBy: ['proof'], changes: 'nothing' } as const;

export interface ProofIndex {
  readonly schema: string;
  readonly table: string;
  readonly index: string;
}

const onTable = ({ schema, table }: Pick<ProofIndex, 'schema' | 'table'>): string =>
  `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;

const example: ProofIndex = { schema: 'shop_scratch', table: 'orders', index: 'myriad_proof_1' };

export const useProofSchema = defineStatement<{ readonly schema: string }>({
  name: 'proof.use-schema',
  why: { en: 'The schema in which indexes are tried.', zh: '试建索引所在的库。' },
  sentBy: ['proof'],
  changes: 'session',
  examples: () => [{ schema: example.schema }],
  text: (_version, { schema }) => `USE ${quoteIdentifier(schema)}`,
});

export const proofGuards = defineStatement({
  name: 'proof.guards',
  why: {
    en: 'Whether the server is read only, or holds the platform’s own schema: then no index is tried on it.',
    zh: '服务器是否只读、是否有平台自己的库：如有则拒绝在其上试建索引。',
  },
  ...proving,
  limitSeconds: 10,
  text: () =>
    'SELECT @@GLOBAL.read_only AS read_only, (SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?) AS own_schemas',
});

export const groupMembers = defineStatement({
  name: 'proof.group-members',
  why: { en: 'Whether the server is a member of a replication group.', zh: '服务器是否为组复制成员。' },
  ...proving,
  limitSeconds: 10,
  text: ({ flavor }) =>
    flavor === 'mariadb'
      ? "SHOW GLOBAL STATUS LIKE 'wsrep_cluster_size'"
      : "SELECT MEMBER_STATE AS state FROM performance_schema.replication_group_members WHERE MEMBER_STATE <> 'OFFLINE'",
});

export const leftProofIndexes = defineStatement({
  name: 'proof.left-indexes',
  why: { en: 'Indexes that a proof which was ended left behind.', zh: '被中断的验证遗留的索引。' },
  ...proving,
  limitSeconds: 10,
  text: () =>
    "SELECT DISTINCT TABLE_NAME AS table_name, INDEX_NAME AS index_name FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND INDEX_NAME LIKE 'myriad\\_proof\\_%'",
});

export const createProofIndex = defineStatement<ProofIndex & { readonly parts: readonly string[] }>({
  name: 'proof.create-index',
  why: { en: 'The index that is tried, under a name of its own.', zh: '以专用名称试建的索引。' },
  sentBy: ['proof'],
  changes: 'server',
  limitSeconds: 600,
  examples: () => [{ ...example, parts: ['`user_id`', '`created_at` DESC'] }],
  text: (_version, { parts, ...at }) =>
    `CREATE INDEX ${quoteIdentifier(at.index)} ON ${onTable(at)} (${parts.join(', ')})`,
});

export const dropProofIndex = defineStatement<ProofIndex>({
  name: 'proof.drop-index',
  why: { en: 'Every index that was tried is dropped again.', zh: '试建的索引一律删除。' },
  sentBy: ['proof'],
  changes: 'server',
  limitSeconds: 120,
  examples: () => [example],
  text: (_version, at) => `DROP INDEX ${quoteIdentifier(at.index)} ON ${onTable(at)}`,
});

export const analyzeProofTable = defineStatement<Pick<ProofIndex, 'schema' | 'table'>>({
  name: 'proof.analyze-table',
  why: {
    en: 'Statistics of before and after are equally fresh.',
    zh: '保证前后两次的统计信息同样新。',
  },
  sentBy: ['proof'],
  changes: 'server',
  limitSeconds: 120,
  examples: () => [example],
  text: (_version, at) => `ANALYZE NO_WRITE_TO_BINLOG TABLE ${onTable(at)}`,
});

export const readCounters = defineStatement({
  name: 'proof.read-counters',
  why: { en: 'Rows this connection read, as the server counts them.', zh: '服务器统计的本连接读取行数。' },
  ...proving,
  limitSeconds: 10,
  text: () => "SHOW SESSION STATUS LIKE 'Handler\\_read\\_%'",
});

const examined: { readonly sql: string } = { sql: 'SELECT …' };

export const explainProof = defineStatement<{ readonly sql: string }>({
  name: 'proof.explain',
  why: { en: 'Which indexes the server chooses.', zh: '服务器选用哪些索引。' },
  ...proving,
  limitSeconds: 10,
  examples: () => [examined],
  text: ({ flavor }, { sql }) => `${flavor === 'mariadb' ? 'EXPLAIN' : 'EXPLAIN FORMAT=TRADITIONAL'} ${sql}`,
});

export const runProof = defineStatement<{ readonly sql: string }>({
  name: 'proof.run',
  why: {
    en: 'The statement is run, and its rows stay on the server; changes are run as the query that finds their rows.',
    zh: '执行语句但不返回数据行；变更语句以查找其行的查询代替执行。',
  },
  ...proving,
  limitSeconds: 60,
  examples: () => [examined],
  text: (version, { sql }) =>
    version.flavor === 'mysql' && isAtLeast(version, 8, 0, 18) ? `EXPLAIN ANALYZE ${sql}` : undefined,
});

/** MariaDB's word for the same. */
export const analyzeProof = defineStatement<{ readonly sql: string }>({
  name: 'proof.analyze',
  why: runProof.why,
  sentBy: ['proof'],
  // It begins with no word of looking, so it is listed with what does not.
  changes: 'server',
  limitSeconds: 60,
  examples: () => [examined],
  text: ({ flavor }, { sql }) => (flavor === 'mariadb' ? `ANALYZE FORMAT=JSON ${sql}` : undefined),
});
