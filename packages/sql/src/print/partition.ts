import type {PartitionDefinition, 
  Partitioning, PartitionMethod, PartitionRow, PartitionValues, PartitionWord, 
  SubpartitionDefinition,Subpartitioning,
} from '../ast/partition.ts'; // biome-ignore format: a list
import { after, inBrackets, list, type Print, type Printers, words } from './printer.ts';

function printMethod(node: PartitionMethod, print: Print): string {
  const { method, linear, algorithm, expression, columns, interval, starts, limit, auto } = node;
  if (method === 'SYSTEM_TIME')
    return words(method, print(interval), after('STARTS', starts, print), after('LIMIT', limit, print), auto && 'AUTO');
  const brackets = `(${expression === undefined ? list(columns, print) : print(expression)})`;
  return words(linear && 'LINEAR', method, algorithm && `ALGORITHM = ${print(algorithm)}`, brackets);
}

function printValues({ type, bare, rows }: PartitionValues, print: Print): string {
  if (type !== 'IN' && type !== 'LESS THAN') return type;
  if (bare || type === 'LESS THAN') return `VALUES ${type} ${list(rows, print)}`;
  return `VALUES IN (${list(rows, print)})`;
}

type Parts = PartitionMethod | PartitionRow | PartitionValues | PartitionWord;
type Definitions = Partitioning | Subpartitioning | PartitionDefinition | SubpartitionDefinition;

export const partitionPrinters: Printers<Definitions | Parts> = {
  partitioning: ({ by, count, subpartitions, partitions }, print) =>
    words(
      'PARTITION BY',
      print(by),
      after('PARTITIONS', count, print),
      print(subpartitions),
      inBrackets(partitions, print),
    ),
  subpartitioning: ({ by, count }, print) => words('SUBPARTITION BY', print(by), after('SUBPARTITIONS', count, print)),
  'partition-method': printMethod,
  'partition-definition': ({ name, values, settings, subpartitions }, print) =>
    words('PARTITION', print(name), print(values), list(settings, print, ' '), inBrackets(subpartitions, print)),
  'subpartition-definition': ({ name, settings }, print) =>
    words('SUBPARTITION', print(name), list(settings, print, ' ')),
  'partition-values': printValues,
  'partition-row': ({ inBrackets: brackets, items }, print) =>
    brackets ? `(${list(items, print)})` : list(items, print),
  'partition-word': ({ word }) => word,
};
