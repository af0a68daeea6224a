import type { Reader } from '../../platform/database/schema.ts';
import type { Collection, Column, ValueType } from '../../platform/filter/collection.ts';
import { describedTables, isSecretName, type TableDescription } from './described-tables.ts';

export interface ConsoleTable {
  readonly collection: Collection;
  readonly description: TableDescription;
  /** Names of columns that are there and not shown. */
  readonly hidden: readonly string[];
}

/** The tables as the store has them, less what is hidden: a column added by a later version is there without a line of code. */
export async function readSchema(db: Reader): Promise<ReadonlyMap<string, ConsoleTable>> {
  const tables = await db.introspection.getTables();
  return new Map(
    tables.flatMap(({ name, columns }) => {
      const description = describedTables[name];
      return description ? [[name, toTable(name, columns, description)] as const] : [];
    }),
  );
}

type StoreColumns = readonly { readonly name: string; readonly dataType: string; readonly isNullable: boolean }[];

function toTable(name: string, columns: StoreColumns, description: TableDescription): ConsoleTable {
  const isHidden = (column: string) => description.hidden?.includes(column) || isSecretName(column);
  const shown = columns.filter((column) => !isHidden(column.name));
  return {
    description,
    hidden: columns.map((column) => column.name).filter(isHidden),
    collection: { name, table: name, key: description.key ?? ['id'], columns: shown.map(toColumn) },
  };
}

const toColumn = ({ name, dataType, isNullable }: StoreColumns[number]): Column => ({
  name,
  type: typeOf(name, dataType),
  // A column is called the same in every language: it is what filters and exports name it by.
  words: { en: name, zh: name },
  ...(isNullable ? { nullable: true } : {}),
});

/** The three stores call their types differently; what is compared is a text or a number. */
function typeOf(name: string, dataType: string): ValueType {
  if (!/int|real|double|decimal|float/i.test(dataType)) return 'text';
  return /(^|_)(at|until|from_at|until_at|not_after)$/.test(name) ? 'time' : 'number';
}
