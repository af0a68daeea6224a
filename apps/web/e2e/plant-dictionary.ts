import { randomUUID } from 'node:crypto';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Client, changeDictionaryRule } from '@myriad/contract';

const day = 86_400_000;

/** Names and comments as servers have them: Chinese, quotes, and what would be a tag in a page. */
const columns = [
  ['id', 'bigint', '主键'],
  ['mobile_phone', 'varchar(20)', ''],
  ['c3', 'char(18)', '身份证号码'],
  [`<b>"o'brien"`, 'int', `<script>alert("x")</script>`],
] as const;

export interface Planted {
  readonly tableId: string;
  /** Its schema is `schema`, its name `visit`. */
  readonly schema: string;
}

/**
 * What a deep look would have found on a cluster: a table with columns, indexes, ten days of growth, an index nobody used. The
 * rules judge its columns as they judge any.
 */
export async function plantDictionary(
  { storeFile, asAdministrator }: { readonly storeFile: string; readonly asAdministrator: Client },
  clusterId: string,
  schema: string,
): Promise<Planted> {
  const [schemaId, tableId] = [randomUUID(), randomUUID()];
  const at = Date.now();
  const seen = { cluster_id: clusterId, seen_at: at, gone_at: null };
  const quiet = { reads: 0, writes: 0, quiet_since: at - 9 * day };
  const store = new DatabaseSync(storeFile);
  const insert = (table: string, row: Readonly<Record<string, SQLInputValue>>) => {
    const names = Object.keys(row);
    store
      .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row));
  };
  try {
    store.exec('pragma busy_timeout = 30000');
    store.exec('begin immediate');
    insert('dictionary_schema', {
      ...{ ...seen, id: schemaId, name: schema, sort_key: schema, search_text: schema, tables: 1 },
      ...{ character_set: 'utf8mb4', collation: 'utf8mb4_bin' },
    });
    insert('dictionary_table', {
      ...{ ...seen, id: tableId, schema_id: schemaId, schema_name: schema, name: 'visit', kind: 'table' },
      ...{
        sort_key: `${schema}\u0001visit`,
        engine: 'InnoDB',
        comment: '到访记录',
        search_text: `${schema}.visit 到访记录`,
      },
      ...{ row_estimate: 1234, data_bytes: 9_000_000, index_bytes: 500_000, reads: 7, writes: 2, quiet_since: null },
    });
    for (const [at, [name, type, comment]] of columns.entries())
      insert('dictionary_column', {
        ...{ ...seen, id: randomUUID(), schema_id: schemaId, table_id: tableId, schema_name: schema },
        ...{ table_name: 'visit', name, sort_key: `${schema}\u0001visit\u00010000${at}`, position: at, type, comment },
        ...{ nullable: 1, extra: '', judged: '', search_text: `${schema}.visit.${name} ${comment}`.toLowerCase() },
      });
    for (const [name, unique, use] of [
      ['PRIMARY', 1, { reads: 7, writes: 2, quiet_since: null }],
      ['by_card', 0, quiet],
    ] as const)
      insert('dictionary_index', {
        ...{ ...seen, ...use, id: randomUUID(), table_id: tableId, schema_name: schema, table_name: 'visit', name },
        ...{ sort_key: `${schema}\u0001visit\u0001${name}`, kind: 'BTREE', is_unique: unique, column_names: '["c3"]' },
      });
    for (let ago = 9; ago >= 0; ago -= 1)
      insert('dictionary_growth', {
        ...{ table_id: tableId, day: Math.floor(at / day) - ago, at: at - ago * day, row_estimate: 1000 },
        ...{ data_bytes: 9_000_000 - ago * 400_000, index_bytes: 500_000 },
      });
    const members = [{ instanceId: randomUUID(), name: 'db-1:3306', since: at - 30 * day }];
    store.prepare('delete from dictionary_look where cluster_id = ?').run(clusterId);
    insert('dictionary_look', {
      ...{ cluster_id: clusterId, at, use_known: 1 },
      details: JSON.stringify({
        ...{ from: members[0], tables: 1, columns: columns.length, skipped: [], missing: [] },
        use: { known: true, since: at - 30 * day, members },
      }),
    });
    store.exec('commit');
  } finally {
    store.close();
  }
  // Any change of the rules has the columns judged that wait for it.
  await asAdministrator.call(changeDictionaryRule, { params: { ruleId: 'shipped-phone' }, body: { enabled: true } });
  return { tableId, schema };
}
