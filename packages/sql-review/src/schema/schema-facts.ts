import type { SchemaFacts } from '@myriad/sql';
import type { Schema } from './schema.ts';
import { namesOfColumns } from './table.ts';

/** What names are looked up in: the tables and views of a schema. */
export const schemaFactsOf = (schema: Schema): SchemaFacts => ({
  columnsOf: (of, name) => {
    const table = schema.tableAt(of, name);
    if (table !== undefined) return namesOfColumns(table);
    const view = schema.viewAt(of, name);
    return view === undefined || view.columns.length === 0 ? undefined : view.columns;
  },
  viewOf: (of, name) => schema.viewAt(of, name)?.query,
});
