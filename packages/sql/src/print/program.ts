import type { CachedTable, Handler, LoadData, ProgramStatement } from '../ast/program.ts';
import { after, clause, inBrackets, list, type Print, type Printers, words } from './printer.ts';

const printHandler = ({ verb, table, alias, index, position, values, where, limit }: Handler, print: Print): string =>
  words(
    'HANDLER',
    print(table),
    verb,
    after('AS', alias, print),
    print(index),
    position,
    inBrackets(values, print),
    after('WHERE', where, print),
    print(limit),
  );

const printLoad = (node: LoadData, print: Print): string =>
  words(
    'LOAD',
    node.format,
    node.priority,
    node.source !== 'INFILE' && 'FROM',
    node.local && 'LOCAL',
    node.source,
    print(node.file),
    after('COUNT', node.count, print),
    node.inKeyOrder && 'IN PRIMARY KEY ORDER',
    node.duplicates,
    'INTO TABLE',
    print(node.table),
    node.partitions.length > 0 && `PARTITION ${inBrackets(node.partitions, print)}`,
    after('COMPRESSION =', node.compression, print),
    node.charset && `CHARACTER SET ${node.charset}`,
    after('ROWS IDENTIFIED BY', node.rowTag, print),
    print(node.fileFormat),
    node.ignoreLines && `IGNORE ${print(node.ignoreLines)} LINES`,
    node.columns && `(${list(node.columns, print)})`,
    clause('SET', node.assignments, print),
    list(node.options, print, ' '),
  );

const printCached = (node: CachedTable, print: Print): string =>
  words(
    print(node.table),
    node.allPartitions && 'PARTITION (ALL)',
    node.partitions.length > 0 && `PARTITION ${inBrackets(node.partitions, print)}`,
    node.indexes.length > 0 && `INDEX (${list(node.indexes, print)})`,
    node.ignoreLeaves && 'IGNORE LEAVES',
  );

export const programPrinters: Printers<ProgramStatement | CachedTable> = {
  'call-procedure': ({ name, package: inside, args }, print) => {
    const path = inside ? `${print(name.schema)}.${print(inside)}.${print(name.name)}` : print(name);
    return `CALL ${path}(${list(args, print)})`;
  },
  do: ({ items }, print) => clause('DO', items, print),
  handler: printHandler,
  'load-data': printLoad,
  'import-table': ({ files }, print) => clause('IMPORT TABLE FROM', files, print),
  prepare: ({ name, from }, print) => `PREPARE ${print(name)} FROM ${print(from)}`,
  execute: ({ name, immediate, using }, print) =>
    words('EXECUTE', print(name), after('IMMEDIATE', immediate, print), clause('USING', using, print)),
  deallocate: ({ name }, print) => `DEALLOCATE PREPARE ${print(name)}`,
  'cache-index': ({ verb, tables, cache }, print) =>
    verb === 'LOAD'
      ? clause('LOAD INDEX INTO CACHE', tables, print)
      : words(clause('CACHE INDEX', tables, print), 'IN', cache ? print(cache) : 'DEFAULT'),
  'cached-table': printCached,
};
