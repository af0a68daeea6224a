import type { QualifiedName } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

const own: ReadonlySet<string> = new Set(['mysql', 'sys', 'performance_schema', 'information_schema']);

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
  check: (statement, { names, history }) => {
    const written: { schema: string | undefined; start: number; end: number }[] = [];
    const add = (name: QualifiedName) => written.push({ schema: name.schema?.name, start: name.start, end: name.end });
    if (statement.kind === 'insert' || statement.kind === 'update' || statement.kind === 'delete')
      written.push(...names().tables.filter(({ access }) => access === 'write'));
    else if (statement.kind === 'drop-table') statement.names.forEach(add);
    else if (
      statement.kind === 'truncate-table' ||
      statement.kind === 'alter-table' ||
      statement.kind === 'create-table'
    )
      add(statement.name);
    else if (statement.kind === 'drop-database')
      written.push({ schema: statement.name.name, start: statement.name.start, end: statement.name.end });
    return (
      history.count >= 0 &&
      written
        .filter(({ schema }) => schema !== undefined && own.has(schema.toLowerCase()))
        .map((place) => at(place, 'This object belongs to the server.', '该对象属于服务器自身。'))
    );
  },
});
