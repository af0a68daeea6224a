import type { KnownStatement, QualifiedName } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { factorsOf } from '../../tree/tables.ts';

const own: ReadonlySet<string> = new Set(['mysql', 'sys', 'performance_schema', 'information_schema']);

type Written = Pick<QualifiedName, 'schema' | 'start' | 'end'>;

const isOwn = ({ schema }: Written): boolean => schema !== undefined && own.has(schema.name.toLowerCase());

const isJoined = (statement: KnownStatement): boolean =>
  (statement.kind === 'update' || statement.kind === 'delete') && factorsOf(statement.tables).length > 1;

function writtenNames(statement: KnownStatement): readonly Written[] {
  switch (statement.kind) {
    case 'insert':
      return [statement.table];
    case 'update':
    case 'delete':
      return factorsOf(statement.tables).flatMap((table) => (table.kind === 'named-table' ? [table.name] : []));
    case 'drop-table':
      return statement.names;
    case 'truncate-table':
    case 'alter-table':
    case 'create-table':
      return [statement.name];
    case 'drop-database':
      return [{ schema: statement.name, start: statement.name.start, end: statement.name.end }];
    default:
      return [];
  }
}

export const systemSchemaWrite = defineRule({
  id: 'system-schema-write',
  grade: 'X',
  theme: 'change-safety',
  about: 'names',
  why: {
    en: 'Tables of mysql, sys, performance_schema and information_schema belong to the server: written by hand they break accounts, privileges or the upgrade.',
    zh: 'mysql、sys、performance_schema、information_schema 属于服务器自身：手工修改会破坏账号、权限或升级。',
  },
  on: ['statement'],
  check: (statement, { names }) => {
    const places = writtenNames(statement).filter(isOwn);
    if (places.length === 0) return undefined;
    // Of joined tables only some are written.
    const isAllWritten = !isJoined(statement);
    return places
      .filter(
        ({ start }) => isAllWritten || names().tables.some((use) => use.start === start && use.access === 'write'),
      )
      .map((place) => at(place, 'This object belongs to the server.', '该对象属于服务器自身。'));
  },
});
