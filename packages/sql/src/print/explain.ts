import type { ExplainStatement } from '../ast/explain.ts';
import { after, type Printers, words } from './printer.ts';

export const explainPrinters: Printers<ExplainStatement> = {
  explain: ({ verb, mode, format, into, schema, connection, statement }, print) =>
    words(
      verb,
      mode,
      after('FORMAT =', format, print),
      after('INTO', into, print),
      after('FOR SCHEMA', schema, print),
      after('FOR CONNECTION', connection, print),
      print(statement),
    ),
  describe: ({ table, column, like }, print) => words('DESCRIBE', print(table), print(column), print(like)),
};
