import type { AdminStatement } from '../ast/admin.ts';
import { after, clause, type Printers, words } from './printer.ts';

const condition = (verb: string, conditional: boolean): string | false =>
  conditional && (verb === 'CREATE' || verb === 'INSTALL' ? 'IF NOT EXISTS' : 'IF EXISTS');

export const adminPrinters: Printers<AdminStatement> = {
  kill: ({ force, what, id, account }, print) => words('KILL', force, what, print(id), after('USER', account, print)),
  use: ({ schema }, print) => `USE ${print(schema)}`,
  help: ({ topic }, print) => `HELP ${print(topic)}`,
  'server-command': ({ what }) => what,
  'backup-lock': ({ table }, print) => `BACKUP LOCK ${print(table)}`,
  'change-plugin': ({ verb, conditional, name, library }, print) =>
    name === undefined
      ? words(verb, 'SONAME', condition(verb, conditional), print(library))
      : words(verb, 'PLUGIN', condition(verb, conditional), print(name), after('SONAME', library, print)),
  'change-component': ({ verb, components, settings }, print) =>
    words(verb, clause('COMPONENT', components, print), clause('SET', settings, print)),
  clone: ({ account, port, password, directory, ssl }, print) =>
    words(
      'CLONE',
      account ? `INSTANCE FROM ${print(account)}:${print(port)}` : 'LOCAL',
      after('IDENTIFIED BY', password, print),
      after('DATA DIRECTORY =', directory, print),
      ssl,
    ),
  'alter-instance': ({ action, channel, noRollback }, print) =>
    words('ALTER INSTANCE', action, after('FOR CHANNEL', channel, print), noRollback && 'NO ROLLBACK ON ERROR'),
};
