import { type Dialect, parseStatement, type Query, type SchemaFacts } from '@myriad/sql';
import type { Connection, RowDataPacket } from 'mysql2/promise';

const systemSchemas = "('mysql', 'information_schema', 'performance_schema', 'sys')";

/** Columns and views of every schema of a server, as its dictionary has them; names without a schema are the session's. */
export async function schemaFactsFrom(connection: Connection, dialect: Dialect): Promise<SchemaFacts> {
  const [[session]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS own');
  const own = String(session?.own ?? '');
  const keyOf = (schema: string | undefined, table: string) => `${schema ?? own}.${table}`.toLowerCase();
  const columns = new Map<string, string[]>();
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_SCHEMA AS s, TABLE_NAME AS t, COLUMN_NAME AS c FROM information_schema.COLUMNS WHERE TABLE_SCHEMA NOT IN ${systemSchemas} ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION`,
  );
  for (const { s, t, c } of rows) {
    const key = keyOf(String(s), String(t));
    columns.set(key, [...(columns.get(key) ?? []), String(c)]);
  }
  const views = new Map<string, Query>();
  const [found] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_SCHEMA AS s, TABLE_NAME AS t, VIEW_DEFINITION AS q FROM information_schema.VIEWS WHERE TABLE_SCHEMA NOT IN ${systemSchemas}`,
  );
  for (const { s, t, q } of found) {
    const { statement } = parseStatement(String(q), dialect);
    if (statement.kind === 'query') views.set(keyOf(String(s), String(t)), statement);
  }
  return {
    columnsOf: (schema, table) => columns.get(keyOf(schema, table)),
    viewOf: (schema, table) => views.get(keyOf(schema, table)),
  };
}
