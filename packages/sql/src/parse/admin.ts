import type {
  AlterInstance,
  BackupLock,
  ChangeComponent,
  ChangePlugin,
  Clone,
  Help,
  Kill,
  ServerCommand,
  Use,
} from '../ast/admin.ts';
import type { Expression } from '../ast/expression.ts';
import type { Account, Identifier } from '../ast/node.ts';
import type { SetVariable } from '../ast/set.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  listOf,
  mysqlSince,
  refuse,
  startOf,
  textOf,
  wordsSince,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import type { StatementStart } from './families.ts';
import { parseInteger, parseString } from './literals.ts';
import { isName, parseAccount, parseName, parseNameOrString, parseQualifiedName } from './names.ts';
import { parseSetVariable } from './set.ts';

function parseKill(p: Cursor): Kill {
  const start = startOf(p);
  expect(p, 'KILL');
  const force = p.mariadb ? acceptOneOf(p, 'HARD', 'SOFT') : undefined;
  let what: Kill['what'] = acceptOneOf(p, 'CONNECTION', 'QUERY');
  if (what === 'QUERY' && p.mariadb && accept(p, 'ID')) what = 'QUERY ID';
  if (p.mariadb && accept(p, 'USER')) {
    const account = parseAccount(p);
    return { kind: 'kill', start, end: endOf(p), force, what, id: undefined, account };
  }
  const id = parseExpression(p);
  return { kind: 'kill', start, end: endOf(p), force, what, id, account: undefined };
}

function parseUse(p: Cursor): Use {
  const start = startOf(p);
  expect(p, 'USE');
  const schema = parseName(p, 'a schema');
  return { kind: 'use', start, end: endOf(p), schema };
}

function parseHelp(p: Cursor): Help {
  const start = startOf(p);
  expect(p, 'HELP');
  const topic = parseNameOrString(p, 'a topic');
  return { kind: 'help', start, end: endOf(p), topic };
}

function parseCommand(p: Cursor): ServerCommand {
  const [start, from] = [startOf(p), p.at];
  const word = expectOneOf(p, 'RESTART', 'SHUTDOWN');
  if (word === 'SHUTDOWN' && p.mariadb && acceptAll(p, 'WAIT', 'FOR', 'ALL')) expectOneOf(p, 'SLAVES', 'REPLICAS');
  return { kind: 'server-command', start, end: endOf(p), what: wordsSince(p, from) };
}

/** BACKUP STAGE, BACKUP LOCK, BACKUP UNLOCK, MariaDB. */
function parseBackup(p: Cursor): ServerCommand | BackupLock {
  const [start, from] = [startOf(p), p.at];
  expect(p, 'BACKUP');
  if (accept(p, 'LOCK')) {
    const table = parseQualifiedName(p, 'a table');
    return { kind: 'backup-lock', start, end: endOf(p), table };
  }
  if (!accept(p, 'UNLOCK')) {
    expect(p, 'STAGE');
    // The stages are names to the grammar; the server says later which it knows.
    parseName(p, 'a stage');
  }
  return { kind: 'server-command', start, end: endOf(p), what: wordsSince(p, from) };
}

function parsePlugin(p: Cursor): ChangePlugin {
  const start = startOf(p);
  const verb = expectOneOf(p, 'INSTALL', 'UNINSTALL');
  const conditionWords = verb === 'INSTALL' ? (['IF', 'NOT', 'EXISTS'] as const) : (['IF', 'EXISTS'] as const);
  const alone = p.mariadb && accept(p, 'SONAME');
  if (!alone) expect(p, 'PLUGIN');
  const conditional = p.mariadb && acceptAll(p, ...conditionWords);
  const name = alone ? undefined : parseName(p, 'a plugin');
  if (!alone && verb === 'INSTALL') expect(p, 'SONAME');
  const library = alone || verb === 'INSTALL' ? parseString(p) : undefined;
  return { kind: 'change-plugin', start, end: endOf(p), verb, conditional, name, library };
}

function parseComponent(p: Cursor): ChangeComponent {
  const start = startOf(p);
  const verb = expectOneOf(p, 'INSTALL', 'UNINSTALL');
  expect(p, 'COMPONENT');
  const components = listOf(p, parseString);
  const settings = verb === 'INSTALL' && mysqlSince(p, 80_033) && accept(p, 'SET') ? listOf(p, parseSetting) : [];
  return { kind: 'change-component', start, end: endOf(p), verb, components, settings };
}

/** A variable of the component: GLOBAL or PERSIST, and without @@. */
function parseSetting(p: Cursor): SetVariable {
  const setting = parseSetVariable(p);
  const { scope, target, value } = setting;
  const plain = target.kind === 'column' && value.kind !== 'subquery';
  return plain && scope !== 'SESSION' && scope !== 'PERSIST_ONLY'
    ? setting
    : refuse(p, setting, 'no such setting here');
}

/** CLONE LOCAL DATA DIRECTORY …, CLONE INSTANCE FROM account:port …. */
function parseClone(p: Cursor): Clone {
  const start = startOf(p);
  expect(p, 'CLONE');
  let account: Account | undefined;
  let [port, password, directory]: (Expression | undefined)[] = [];
  let ssl: Clone['ssl'];
  if (accept(p, 'LOCAL')) {
    directory = parseDirectory(p) ?? fail(p, 'DATA DIRECTORY');
    return { kind: 'clone', start, end: endOf(p), account, port, password, directory, ssl };
  }
  expect(p, 'INSTANCE');
  expect(p, 'FROM');
  account = parseAccount(p);
  expect(p, ':');
  port = parseInteger(p);
  expect(p, 'IDENTIFIED');
  expect(p, 'BY');
  password = parseString(p);
  directory = parseDirectory(p);
  if (accept(p, 'REQUIRE')) {
    ssl = accept(p, 'NO') ? 'REQUIRE NO SSL' : 'REQUIRE SSL';
    expect(p, 'SSL');
  }
  return { kind: 'clone', start, end: endOf(p), account, port, password, directory, ssl };
}

function parseDirectory(p: Cursor): Expression | undefined {
  if (!acceptAll(p, 'DATA', 'DIRECTORY')) return undefined;
  accept(p, '=');
  return parseString(p);
}

const rotated: ReadonlySet<string> = new Set(['INNODB', 'BINLOG']);

function parseAlterInstance(p: Cursor): AlterInstance {
  const [start, from] = [startOf(p), p.at + 2];
  p.at += 2;
  let channel: Identifier | undefined;
  const word = textOf(p).toUpperCase();
  p.at += 1;
  if (word === 'ROTATE') {
    if (!rotated.has(textOf(p).toUpperCase())) fail(p, 'INNODB', 'BINLOG');
    p.at += 1;
    expect(p, 'MASTER');
    expect(p, 'KEY');
  } else if (word === 'ENABLE' || word === 'DISABLE') {
    for (const wanted of ['INNODB', 'REDO_LOG']) {
      if (textOf(p).toUpperCase() !== wanted) fail(p, wanted);
      p.at += 1;
    }
  } else if (word === 'RELOAD') {
    if (textOf(p).toUpperCase() !== 'TLS' && textOf(p).toUpperCase() !== 'KEYRING') fail(p, 'TLS', 'KEYRING');
    p.at += 1;
  } else {
    p.at -= 1;
    fail(p, 'ROTATE', 'RELOAD', 'ENABLE', 'DISABLE');
  }
  const action = wordsSince(p, from);
  const isTls = action === 'RELOAD TLS';
  if (isTls && acceptAll(p, 'FOR', 'CHANNEL')) channel = parseName(p, 'a channel');
  const noRollback = isTls && acceptAll(p, 'NO', 'ROLLBACK', 'ON', 'ERROR');
  return { kind: 'alter-instance', start, end: endOf(p), action, channel, noRollback };
}

const mysql8 = (p: Cursor): boolean => p.mysql && p.version >= 80_000;
const mariadb = (p: Cursor): boolean => p.mariadb;

export const adminFamily: readonly StatementStart[] = [
  { words: ['KILL'], parse: parseKill },
  { words: ['USE'], when: (p) => isName(p, 1), parse: parseUse },
  { words: ['HELP'], parse: parseHelp },
  { words: ['RESTART'], when: mysql8, parse: parseCommand },
  { words: ['SHUTDOWN'], parse: parseCommand },
  { words: ['BACKUP'], when: mariadb, parse: parseBackup },
  { words: ['INSTALL', 'COMPONENT'], when: mysql8, parse: parseComponent },
  { words: ['UNINSTALL', 'COMPONENT'], when: mysql8, parse: parseComponent },
  { words: ['INSTALL'], parse: parsePlugin },
  { words: ['UNINSTALL'], parse: parsePlugin },
  { words: ['CLONE'], when: mysql8, parse: parseClone },
  { words: ['ALTER', 'INSTANCE'], when: (p) => p.mysql, parse: parseAlterInstance },
];
