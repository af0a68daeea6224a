import type { ReplicaControl, ReplicationFilter, ReplicationPart, ReplicationStatement } from '../ast/replication.ts';
import { after, clause, list, type Print, type Printers, words } from './printer.ts';

function printFilter({ name, databases, tables, patterns }: ReplicationFilter, print: Print): string {
  if (name !== 'REPLICATE_REWRITE_DB') return `${name} = (${list([...databases, ...tables, ...patterns], print)})`;
  const pairs: string[] = [];
  for (let at = 0; at < databases.length; at += 2) pairs.push(`(${list(databases.slice(at, at + 2), print)})`);
  return `${name} = (${pairs.join(', ')})`;
}

const printControl = (node: ReplicaControl, print: Print): string =>
  words(
    node.verb,
    node.what,
    print(node.connection),
    node.threads.join(', '),
    clause('UNTIL', node.until, print),
    list(node.credentials, print, node.what === 'GROUP_REPLICATION' ? ', ' : ' '),
    after('FOR CHANNEL', node.channel, print),
  );

export const replicationPrinters: Printers<ReplicationStatement | ReplicationPart> = {
  'change-source': ({ verb, connection, options, channel }, print) =>
    words('CHANGE', verb, print(connection), 'TO', list(options, print), after('FOR CHANNEL', channel, print)),
  'replication-option': ({ name, value, list: items }, print) =>
    items ? `${name} = (${list(items, print)})` : words(name, after('=', value, print)),
  'change-filter': ({ filters, channel }, print) =>
    words(clause('CHANGE REPLICATION FILTER', filters, print), after('FOR CHANNEL', channel, print)),
  'replication-filter': printFilter,
  'replica-control': printControl,
  reset: ({ targets }, print) => clause('RESET', targets, print),
  'reset-target': ({ what, connection, all, to, channel }, print) =>
    words(what, print(connection), all && 'ALL', after('TO', to, print), after('FOR CHANNEL', channel, print)),
  'reset-persist': ({ ifExists, name }, print) => words('RESET PERSIST', ifExists && 'IF EXISTS', print(name)),
  'purge-logs': ({ to, before }, print) =>
    words('PURGE BINARY LOGS', after('TO', to, print), after('BEFORE', before, print)),
  binlog: ({ events }, print) => clause('BINLOG', events, print),
};
