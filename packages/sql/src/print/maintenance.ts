import type { Flush, Histogram, MaintenancePart, MaintenanceStatement, TableMaintenance } from '../ast/maintenance.ts';
import type { Identifier } from '../ast/node.ts';
import { after, clause, list, type Print, type Printers, words } from './printer.ts';

const unlogged = (noBinlog: boolean): string | false => noBinlog && 'NO_WRITE_TO_BINLOG';
const allOrNames = (names: readonly Identifier[] | undefined, print: Print): string =>
  names === undefined ? 'ALL' : `(${list(names, print)})`;

const printMaintenance = (node: TableMaintenance, print: Print): string =>
  words(
    node.verb,
    unlogged(node.noBinlog),
    node.what,
    list(node.tables, print),
    print(node.histogram),
    print(node.persistent),
    ...node.options,
    print(node.wait),
  );

const printHistogram = ({ verb, columns, buckets, refresh, data }: Histogram, print: Print): string =>
  words(
    verb,
    clause('HISTOGRAM ON', columns, print),
    buckets && `WITH ${print(buckets)} BUCKETS`,
    refresh && `${refresh} UPDATE`,
    after('USING DATA', data, print),
  );

const printFlush = ({ noBinlog, items, tables, lock }: Flush, print: Print): string =>
  words(
    'FLUSH',
    unlogged(noBinlog),
    items.length === 0 ? words('TABLES', list(tables, print), lock) : list(items, print),
  );

export const maintenancePrinters: Printers<MaintenanceStatement | MaintenancePart> = {
  'table-maintenance': printMaintenance,
  histogram: printHistogram,
  'persistent-statistics': ({ all, columns, indexes }, print) =>
    all
      ? 'PERSISTENT FOR ALL'
      : `PERSISTENT FOR COLUMNS ${allOrNames(columns, print)} INDEXES ${allOrNames(indexes, print)}`,
  flush: printFlush,
  'flush-item': ({ what, connection, channel }, print) =>
    words(what, print(connection), after('FOR CHANNEL', channel, print)),
};
