import type { Expression } from '../ast/expression.ts';
import type { ReplicationOption } from '../ast/replication.ts';
import { accept, acceptAll, type Cursor, endOf, expect, fail, is, listOf, refuse, startOf, textOf } from './cursor.ts';
import { acceptNumber, parseInteger, parseString } from './literals.ts';
import { parseAccount } from './names.ts';

type Sort =
  | 'text'
  | 'number'
  | 'switch'
  | 'period'
  | 'text-or-null'
  | 'account-or-null'
  | 'numbers'
  | 'word'
  | 'word-or-text'
  | 'nothing';

const ofBoth = 'HOST USER PASSWORD LOG_FILE SSL_CA SSL_CAPATH SSL_CERT SSL_CIPHER SSL_KEY SSL_CRL SSL_CRLPATH'.split(
  ' ',
);
const numbersOfBoth = 'PORT CONNECT_RETRY LOG_POS SSL SSL_VERIFY_SERVER_CERT DELAY RETRY_COUNT'.split(' ');

const entries = (
  names: readonly string[],
  sort: Sort,
  ...prefixes: readonly string[]
): readonly (readonly [string, Sort])[] =>
  prefixes.flatMap((prefix) => names.map((name) => [`${prefix}${name}`, sort] as const));

const prefixes = ['MASTER_', 'SOURCE_'];

const common = [
  ...entries(ofBoth, 'text', ...prefixes),
  ...entries(numbersOfBoth, 'number', ...prefixes),
  ...entries(['HEARTBEAT_PERIOD'], 'period', ...prefixes),
  ...entries(['RELAY_LOG_FILE'], 'text', ''),
  ...entries(['RELAY_LOG_POS'], 'number', ''),
  ...entries(['IGNORE_SERVER_IDS'], 'numbers', ''),
];

const ofMysql: ReadonlyMap<string, Sort> = new Map([
  ...common,
  ...entries(['BIND', 'TLS_VERSION', 'PUBLIC_KEY_PATH', 'COMPRESSION_ALGORITHMS'], 'text', ...prefixes),
  ...entries(['AUTO_POSITION', 'ZSTD_COMPRESSION_LEVEL'], 'number', ...prefixes),
  ...entries(
    ['SOURCE_CONNECTION_AUTO_FAILOVER', 'GET_MASTER_PUBLIC_KEY', 'GET_SOURCE_PUBLIC_KEY', 'REQUIRE_ROW_FORMAT'],
    'number',
    '',
  ),
  ...entries(['TLS_CIPHERSUITES'], 'text-or-null', ...prefixes),
  ...entries(['GTID_ONLY'], 'switch', ''),
  ...entries(['NETWORK_NAMESPACE'], 'text', ''),
  ...entries(['PRIVILEGE_CHECKS_USER'], 'account-or-null', ''),
  ...entries(['REQUIRE_TABLE_PRIMARY_KEY_CHECK'], 'word', ''),
  ...entries(['ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS'], 'word-or-text', ''),
]);

const ofMariadb: ReadonlyMap<string, Sort> = new Map([
  ...common.filter(([name]) => !name.startsWith('SOURCE_')),
  ...entries(['MASTER_USE_GTID'], 'word', ''),
  ...entries(['MASTER_DEMOTE_TO_SLAVE', 'MASTER_DEMOTE_TO_REPLICA'], 'number', ''),
  ...entries(['DO_DOMAIN_IDS', 'IGNORE_DOMAIN_IDS'], 'numbers', ''),
]);

const words: Readonly<Record<string, readonly string[]>> = {
  MASTER_USE_GTID: ['NO', 'SLAVE_POS', 'REPLICA_POS', 'CURRENT_POS'],
  REQUIRE_TABLE_PRIMARY_KEY_CHECK: ['STREAM', 'ON', 'OFF', 'GENERATE'],
  ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS: ['OFF', 'LOCAL'],
};

/** One setting of CHANGE REPLICATION SOURCE and CHANGE MASTER. */
export function parseSourceOption(p: Cursor): ReplicationOption {
  const name = textOf(p).toUpperCase();
  const sort = (p.mysql ? ofMysql : ofMariadb).get(name);
  // The words with master left MySQL with 8.4.
  const gone = p.mysql && p.version >= 80_400 && name.includes('MASTER');
  return sort === undefined || gone ? fail(p, 'a setting of replication') : parseSetting(p, name, sort);
}

const untilSorts: Readonly<Record<string, Sort>> = {
  SOURCE_LOG_FILE: 'text', MASTER_LOG_FILE: 'text', SOURCE_LOG_POS: 'number', MASTER_LOG_POS: 'number', RELAY_LOG_FILE: 'text',
  RELAY_LOG_POS: 'number', SQL_BEFORE_GTIDS: 'text', SQL_AFTER_GTIDS: 'text', SQL_AFTER_MTS_GAPS: 'nothing', MASTER_GTID_POS: 'text',
}; // biome-ignore format: a table

/** Where START REPLICA … UNTIL ends. */
export function parseUntil(p: Cursor): ReplicationOption {
  const name = textOf(p).toUpperCase();
  const sort = untilSorts[name];
  const isOther = p.mysql ? name === 'MASTER_GTID_POS' : name.startsWith('SOURCE_') || name === 'SQL_AFTER_MTS_GAPS';
  return sort === undefined || isOther ? fail(p, 'a position') : parseSetting(p, name, sort);
}

const credentialNames: ReadonlySet<string> = new Set(['USER', 'PASSWORD', 'DEFAULT_AUTH', 'PLUGIN_DIR']);

/** USER = 'x', PASSWORD = 'x' …; `undefined` when none stands here. */
export function parseCredential(p: Cursor): ReplicationOption | undefined {
  const name = textOf(p).toUpperCase();
  return credentialNames.has(name) ? parseSetting(p, name, 'text') : undefined;
}

function parseSetting(p: Cursor, name: string, sort: Sort): ReplicationOption {
  const start = startOf(p);
  p.at += 1;
  if (sort === 'nothing')
    return { kind: 'replication-option', start, end: endOf(p), name, value: undefined, list: undefined };
  expect(p, '=');
  if (sort === 'numbers') {
    const list = parseNumbers(p);
    return { kind: 'replication-option', start, end: endOf(p), name, value: undefined, list };
  }
  const value = parseValue(p, name, sort);
  return { kind: 'replication-option', start, end: endOf(p), name, value, list: undefined };
}

function parseValue(p: Cursor, name: string, sort: Sort): ReplicationOption['value'] {
  const start = startOf(p);
  if (sort.endsWith('or-null') && accept(p, 'NULL')) return { kind: 'phrase', start, end: endOf(p), text: 'NULL' };
  switch (sort) {
    case 'number':
      return parseInteger(p);
    case 'switch': {
      const number = parseInteger(p);
      return number.value === '0' || number.value === '1' ? number : refuse(p, number, '0 or 1');
    }
    case 'period':
      return acceptNumber(p) ?? fail(p, 'a number');
    case 'account-or-null':
      return parseAccount(p);
    case 'word':
    case 'word-or-text': {
      const word = textOf(p).toUpperCase();
      if (words[name]?.includes(word) !== true)
        return sort === 'word' ? fail(p, ...(words[name] ?? [])) : parseString(p);
      p.at += 1;
      return { kind: 'phrase', start, end: endOf(p), text: word };
    }
    default:
      return parseString(p);
  }
}

function parseNumbers(p: Cursor): readonly Expression[] {
  expect(p, '(');
  const numbers = is(p, ')') ? [] : listOf(p, parseInteger);
  expect(p, ')');
  return numbers;
}

/** FOR CHANNEL 'x', or nothing. */
export function parseChannel(p: Cursor): Expression | undefined {
  return acceptAll(p, 'FOR', 'CHANNEL') ? parseString(p) : undefined;
}
