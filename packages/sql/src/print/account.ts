import type {
  AccountPart,
  AccountStatement,
  AuthFactor,
  DefineUser,
  GrantObject,
  Privilege,
  UserAuth,
} from '../ast/account.ts';
import type { Node } from '../ast/node.ts';
import { after, clause, inBrackets, list, type Print, type Printers, words } from './printer.ts';

function printObject({ type, scope, schema, name }: GrantObject, print: Print): string {
  const what = { GLOBAL: '*.*', 'CURRENT SCHEMA': '*', SCHEMA: `${print(schema)}.*`, OBJECT: undefined }[scope];
  return words('ON', type, what ?? (schema ? `${print(schema)}.${print(name)}` : print(name)));
}

function printFactor({ action, number, plugin, form, secret }: AuthFactor, print: Print, identified = true): string {
  const mariadb = print.dialect.flavour === 'mariadb';
  const start = words(action, number && `${print(number)} FACTOR`);
  if (action === 'DROP') return start;
  const head = words(start, identified && 'IDENTIFIED', identified && plugin && 'WITH', print(plugin));
  switch (form) {
    case undefined:
      return head;
    case 'AS':
      return words(head, mariadb ? 'USING' : 'AS', print(secret));
    case 'PASSWORD':
      return `${head} USING PASSWORD(${print(secret)})`;
    case 'RANDOM PASSWORD':
      return `${head} BY RANDOM PASSWORD`;
    default:
      return words(head, form, print(secret));
  }
}

function printUser(node: UserAuth, print: Print): string {
  const { account, factors, initial, current, retainCurrent, discardOld, registration } = node;
  const mariadb = print.dialect.flavour === 'mariadb';
  const acts = factors.some(({ action }) => action !== undefined);
  const joined = factors.map((factor, at) => printFactor(factor, print, !mariadb || at === 0));
  return words(
    print(account),
    joined.join(acts ? ' ' : mariadb ? ' OR ' : ' AND '),
    initial && `INITIAL AUTHENTICATION ${print(initial)}`,
    after('REPLACE', current, print),
    retainCurrent && 'RETAIN CURRENT PASSWORD',
    discardOld && 'DISCARD OLD PASSWORD',
    print(registration),
  );
}

const withOptions = (grantOption: boolean, resources: readonly Node[], print: Print): string | false =>
  (grantOption || resources.length > 0) && words('WITH', grantOption && 'GRANT OPTION', list(resources, print, ' '));

const printDefineUser = (node: DefineUser, print: Print): string =>
  words(
    node.verb,
    node.orReplace && 'OR REPLACE',
    'USER',
    node.conditional && (node.verb === 'CREATE' ? 'IF NOT EXISTS' : 'IF EXISTS'),
    list(node.users, print),
    after('DEFAULT ROLE', node.defaultRole, print),
    print(node.require),
    withOptions(false, node.resources, print),
    list(node.options, print, ' '),
  );

const printPrivilege = ({ name, columns }: Privilege, print: Print): string => words(name, inBrackets(columns, print));
const unknownUser = (ignores: boolean): string | false => ignores && 'IGNORE UNKNOWN USER';

export const accountPrinters: Printers<AccountStatement | AccountPart> = {
  grant: ({ privileges, object, to, require, grantOption, resources, as, withRole }, print) =>
    words(
      clause('GRANT', privileges, print),
      print(object),
      clause('TO', to, print),
      print(require),
      withOptions(grantOption, resources, print),
      after('AS', as, print),
      after('WITH ROLE', withRole, print),
    ),
  'grant-role': ({ roles, to, adminOption }, print) =>
    words(clause('GRANT', roles, print), clause('TO', to, print), adminOption && 'WITH ADMIN OPTION'),
  'grant-proxy': ({ on, to, grantOption }, print) =>
    words('GRANT PROXY ON', print(on), clause('TO', to, print), grantOption && 'WITH GRANT OPTION'),
  revoke: ({ ifExists, privileges, object, from, ignoreUnknownUser }, print) =>
    words(
      'REVOKE',
      ifExists && 'IF EXISTS',
      list(privileges, print) + (object === undefined ? ', GRANT OPTION' : ''),
      print(object),
      clause('FROM', from, print),
      unknownUser(ignoreUnknownUser),
    ),
  'revoke-role': ({ ifExists, adminOptionOnly, roles, from, ignoreUnknownUser }, print) =>
    words(
      'REVOKE',
      ifExists && 'IF EXISTS',
      adminOptionOnly && 'ADMIN OPTION FOR',
      list(roles, print),
      clause('FROM', from, print),
      unknownUser(ignoreUnknownUser),
    ),
  'revoke-proxy': ({ ifExists, on, from, ignoreUnknownUser }, print) =>
    words(
      'REVOKE',
      ifExists && 'IF EXISTS',
      after('PROXY ON', on, print),
      clause('FROM', from, print),
      unknownUser(ignoreUnknownUser),
    ),
  privilege: printPrivilege,
  'grant-object': printObject,
  'user-auth': printUser,
  'auth-factor': (node, print) => printFactor(node, print),
  registration: ({ number, step, response }, print) =>
    words(print(number), 'FACTOR', step, after('SET CHALLENGE_RESPONSE AS', response, print)),
  require: ({ what, items }, print) => words('REQUIRE', what === 'LIST' ? list(items, print, ' AND ') : what),
  'account-option': ({ name, value }, print) => words(name, print(value), value && name.endsWith('INTERVAL') && 'DAY'),
  'define-user': printDefineUser,
  'create-role': ({ orReplace, ifNotExists, roles, admin }, print) =>
    words(
      'CREATE',
      orReplace && 'OR REPLACE',
      'ROLE',
      ifNotExists && 'IF NOT EXISTS',
      list(roles, print),
      after('WITH ADMIN', admin, print),
    ),
  'drop-user': ({ what, ifExists, accounts }, print) =>
    words('DROP', what, ifExists && 'IF EXISTS', list(accounts, print)),
  'rename-user': ({ renames }, print) => clause('RENAME USER', renames, print),
  'account-rename': ({ from, to }, print) => `${print(from)} TO ${print(to)}`,
};
