import type { Show } from '../ast/show.ts';
import { after, clause, type Print, type Printers, words } from './printer.ts';

function printShow(node: Show, print: Print): string {
  const { what, modifiers, name, account, schema, aspect, connection, format, file, position } = node;
  const isProfile = what === 'PROFILE';
  const isDatabase = what === 'CREATE DATABASE' || what === 'CREATE SCHEMA';
  const isTable = /COLUMNS|FIELDS|INDEX|KEYS/.test(what);
  const isReplica = what === 'SLAVE' || what === 'REPLICA';
  const isExplain = what === 'EXPLAIN' || what === 'ANALYZE';
  const behind = isProfile || isDatabase;
  return words(
    'SHOW',
    ...(behind ? [] : modifiers),
    what,
    behind && modifiers.join(', '),
    isTable
      ? after('FROM', name, print)
      : what === 'ENGINE' && name?.name.name.toUpperCase() === 'ALL'
        ? 'ALL'
        : print(name),
    what === 'GRANTS' ? after('FOR', account, print) : print(account),
    clause('USING', node.roles, print),
    after('FROM', schema, print),
    aspect,
    print(connection),
    isReplica && 'STATUS',
    what === 'PLUGINS SONAME' ? print(file) : after('IN', file, print),
    after('FROM', position, print),
    after('FORMAT =', format, print),
    after(isExplain ? 'FOR' : 'FOR QUERY', node.number, print),
    after('LIKE', node.like, print),
    after('WHERE', node.where, print),
    print(node.limit),
    after('FOR CHANNEL', node.channel, print),
  );
}

export const showPrinters: Printers<Show> = { show: printShow };
