import { type SqlBool, sql } from 'kysely';
import type { NamePage } from '../page-by-name.ts';

/** The condition that a row stands behind that one, in order of name and id. */
export const isBehind = (table: 'host' | 'instance' | 'cluster', { name, id }: NonNullable<NamePage['after']>) =>
  sql<SqlBool>`(${sql.ref(`${table}.name`)} > ${name} or (${sql.ref(`${table}.name`)} = ${name}
    and ${sql.ref(`${table}.id`)} > ${id}))`;
