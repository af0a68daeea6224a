import type { RoleChoice, SetFamilyStatement, SetItem } from '../ast/set.ts';
import { after, clause, list, type Print, type Printers, words } from './printer.ts';

const chosen = ({ which, roles }: RoleChoice, print: Print): string =>
  words(which !== 'ROLES' && which, list(roles, print));

export const setPrinters: Printers<SetFamilyStatement | SetItem | RoleChoice> = {
  'set-variables': ({ assignments }, print) => clause('SET', assignments, print),
  'set-variable': ({ scope, target, value }, print) => words(scope, print(target), '=', print(value)),
  'set-names': ({ charset, collation }, print) =>
    words('NAMES', charset ? print(charset) : 'DEFAULT', after('COLLATE', collation, print)),
  'set-charset': ({ charset }, print) => words('CHARACTER SET', charset ? print(charset) : 'DEFAULT'),
  'set-transaction': ({ scope, characteristics }) => words('SET', scope, 'TRANSACTION', characteristics.join(', ')),
  'set-password': ({ account, password, hash, current, retain }, print) =>
    words(
      'SET PASSWORD',
      after('FOR', account, print),
      password === undefined
        ? 'TO RANDOM'
        : hash === undefined
          ? `= ${print(password)}`
          : `= ${hash}(${print(password)})`,
      after('REPLACE', current, print),
      retain && 'RETAIN CURRENT PASSWORD',
    ),
  'set-role': ({ which }, print) => `SET ROLE ${print(which)}`,
  'role-choice': chosen,
  'set-default-role': ({ which, accounts }, print) =>
    words('SET DEFAULT ROLE', print(which), clause(print.dialect.flavour === 'mysql' ? 'TO' : 'FOR', accounts, print)),
  'set-resource-group': ({ name, threads }, print) =>
    words('SET RESOURCE GROUP', print(name), clause('FOR', threads, print)),
  'set-statement': ({ assignments, statement }, print) =>
    words(clause('SET STATEMENT', assignments, print), 'FOR', print(statement)),
};
