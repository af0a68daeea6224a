import type { Node } from '../ast/node.ts';
import type { Unknown } from '../ast/unknown.ts';
import type { Dialect } from '../dialect.ts';
import { accountPrinters } from './account.ts';
import { adminPrinters } from './admin.ts';
import { compoundPrinters } from './compound.ts';
import { definitionPrinters } from './definitions.ts';
import { dmlPrinters } from './dml.ts';
import { explainPrinters } from './explain.ts';
import { expressionPrinters } from './expression.ts';
import { maintenancePrinters } from './maintenance.ts';
import type { Print, Printers } from './printer.ts';
import { programPrinters } from './program.ts';
import { queryPrinters } from './query.ts';
import { replicationPrinters } from './replication.ts';
import { routinePrinters } from './routine.ts';
import { setPrinters } from './set.ts';
import { showPrinters } from './show.ts';
import { transactionPrinters } from './transaction.ts';

const unknownPrinters: Printers<Unknown> = {
  unknown: ({ tokens }) => tokens.map(({ text }) => text).join(' '),
};

/** A line for each family. */
const printers = {
  ...expressionPrinters,
  ...queryPrinters,
  ...dmlPrinters,
  ...definitionPrinters,
  ...transactionPrinters,
  ...setPrinters,
  ...showPrinters,
  ...explainPrinters,
  ...accountPrinters,
  ...compoundPrinters,
  ...routinePrinters,
  ...programPrinters,
  ...replicationPrinters,
  ...maintenancePrinters,
  ...adminPrinters,
  ...unknownPrinters,
};

/** Every kind of node the parser makes. */
export const nodeKinds: readonly string[] = Object.keys(printers);

/**
 * A node as SQL on one line, in the dialect given: keywords in capitals, comments left out, hints kept. Read back it
 * makes the same tree, positions aside.
 */
export function printNode(node: Node, dialect: Dialect): string {
  const table: Readonly<Record<string, ((node: never, print: Print) => string) | undefined>> = printers;
  const print = Object.assign(
    (one: Node | undefined): string => {
      if (one === undefined) return '';
      const printer = table[one.kind];
      if (printer === undefined) throw new Error(`no printer for ${one.kind}: add it to its family's printers`);
      return printer(one as never, print);
    },
    { dialect },
  ) as Print;
  return print(node);
}
