import { type Account, printGrant } from './accounts.ts';
import { type Grant, grantsFor, sightGrants } from './grants.ts';
import { quoteAccount, quoteString } from './quoting.ts';
import { isAtLeast, type Version } from './version.ts';

/** How far the platform may go with a cluster that was there before it; each level has an account of its own. */
export type AccessLevel = 'observe' | 'back-up' | 'operate' | 'ha';

export interface LevelWords {
  readonly en: string;
  readonly zh: string;
}

export interface LevelGrant extends Grant {
  readonly why: LevelWords;
  /** The level works without; what it opens is then shown as not seen. */
  readonly optional: boolean;
}

const needed = (on: string, privileges: readonly string[], en: string, zh: string): LevelGrant => ({
  ...{ on, privileges, why: { en, zh }, optional: false },
});
const useful = (on: string, privileges: readonly string[], en: string, zh: string): LevelGrant => ({
  ...needed(on, privileges, en, zh),
  optional: true,
});

const sightWords: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  '*.*': [
    'Lists columns; it reads no row, and without CREATE or ALTER nothing can be done with it.',
    '用于列出列信息；不能读取任何数据行，没有 CREATE 或 ALTER 时无法据此做任何事。',
  ],
  'mysql.user': [
    'Lists accounts by these columns: none of them holds a password or its hash.',
    '用于按这些列列出账号：均不含密码或其哈希。',
  ],
  'mysql.global_grants': ['Lists dynamic privileges of accounts.', '用于列出账号的动态权限。'],
  'mysql.event': ['Lists scheduled events, never what they do.', '用于列出定时事件，不读取其内容。'],
  'mysql.db': ['Lists who may do what in which schema.', '用于列出各账号在各库上的权限。'],
};

const sight = (version: Version): readonly LevelGrant[] =>
  sightGrants(version).map(({ on, privileges }) => {
    const [en = '', zh = ''] = sightWords[on] ?? [];
    return useful(on, privileges, en, zh);
  });

const words = {
  observe: [
    'Role, replication, sessions with the statements they run, and definitions; no table of yours can be read.',
    '角色、复制、会话及其正在执行的语句、对象定义；不能读取任何业务表。',
  ],
  backUp: [
    'Takes backups, logical and physical: it reads all data, and changes none.',
    '用于逻辑与物理备份：会读取全部数据，不做任何修改。',
  ],
  logs: ['Archives the binary logs.', '用于归档二进制日志。'],
  operate: [
    'Ends sessions and changes parameters at run time; reads and writes no row.',
    '用于结束会话和在线修改参数；不读写任何业务数据。',
  ],
  ha: ['Switches roles: read-only, replication, sessions, events.', '用于切换角色：只读状态、复制、会话与事件。'],
  ha57: [
    'MySQL 5.7 knows no smaller privilege for it: this is SUPER, with which nearly everything can be done.',
    'MySQL 5.7 没有更小的权限可用：这就是 SUPER，几乎可以做任何事情。',
  ],
} as const;

/**
 * On MariaDB BINLOG MONITOR also lets SHOW BINLOG EVENTS in, which shows the texts of statements (seen on 10.11): so it
 * is asked for apart, and what it opens is only the filters of the binary log.
 */
function observing(version: Version): readonly LevelGrant[] {
  if (version.flavor === 'mysql') return ofPurpose(version, 'monitor', words.observe);
  return [
    needed('*.*', ['PROCESS', 'SLAVE MONITOR', 'SHOW VIEW'], ...words.observe),
    useful(
      ...(['*.*', ['BINLOG MONITOR']] as const),
      'Shows filters of the binary log; it could also show texts of statements logged there, which Myriad never asks for.',
      '用于查看二进制日志的过滤规则；该权限也能查看日志中的语句文本，Myriad 从不读取。',
    ),
  ];
}

const ofPurpose = (version: Version, purpose: 'monitor' | 'backup', text: readonly [string, string]) =>
  grantsFor(version, purpose).map((grant) => needed(grant.on, grant.privileges, ...text));

/**
 * On MariaDB for mariadb-dump and mariadb-backup, both tried on 10.11 with each of these taken away: SHOW VIEW, TRIGGER, EVENT and
 * SELECT are the dump's, LOCK TABLES too (tables without transactions); RELOAD and PROCESS the copy's; the positions are both's.
 */
function backingUp(version: Version): readonly LevelGrant[] {
  const on = '*.*';
  if (version.flavor === 'mysql')
    return [
      ...ofPurpose(version, 'backup', words.backUp),
      useful(on, ['REPLICATION SLAVE', 'REPLICATION CLIENT'], ...words.logs),
    ];
  const reading = ['SELECT', 'SHOW VIEW', 'TRIGGER', 'EVENT', 'LOCK TABLES'];
  const copying = ['RELOAD', 'PROCESS', 'BINLOG MONITOR', 'SLAVE MONITOR'];
  return [needed(on, [...reading, ...copying], ...words.backUp), useful(on, ['REPLICATION SLAVE'], ...words.logs)];
}

function operating(version: Version): readonly LevelGrant[] {
  const on = '*.*';
  if (version.flavor === 'mariadb')
    return [needed(on, ['CONNECTION ADMIN', 'PROCESS', 'SLAVE MONITOR', 'BINLOG MONITOR', 'RELOAD'], ...words.operate)];
  if (!isAtLeast(version, 8, 0, 16)) return [needed(on, ['PROCESS', 'REPLICATION CLIENT', 'RELOAD'], ...words.operate)];
  return [
    needed(
      on,
      ['SYSTEM_VARIABLES_ADMIN', 'CONNECTION_ADMIN', 'PROCESS', 'REPLICATION CLIENT', 'RELOAD'],
      ...words.operate,
    ),
    needed('performance_schema.*', ['SELECT'], ...words.operate),
  ];
}

function switching(version: Version): readonly LevelGrant[] {
  const [en, zh] = version.flavor === 'mysql' && !isAtLeast(version, 8, 0, 16) ? words.ha57 : words.ha;
  return (
    grantsFor(version, 'admin')
      // The schema for proofs of writing is for instances the platform made.
      .filter(({ on }) => on === '*.*' || on === 'performance_schema.*')
      .map((grant) => needed(grant.on, grant.privileges, en, zh))
  );
}

/** Exactly what the account of a level may do. Never SUPER, but for *ha* on MySQL 5.7, where nothing smaller exists. */
export function levelGrants(version: Version, level: AccessLevel): readonly LevelGrant[] {
  switch (level) {
    case 'observe':
      return [...observing(version), ...sight(version)];
    case 'back-up':
      return backingUp(version);
    case 'operate':
      return operating(version);
    case 'ha':
      return switching(version);
  }
}

/** What a level cannot do on a version, to be said before it is entered. */
export function levelRemarks(version: Version, level: AccessLevel): readonly LevelWords[] {
  const isOld = version.flavor === 'mysql' && !isAtLeast(version, 8, 0, 16);
  if (level === 'operate' && isOld)
    return [
      {
        en: 'On MySQL 5.7 ending other people’s sessions and changing parameters need SUPER, which is not asked for here: both stay grey.',
        zh: '在 MySQL 5.7 上，结束他人会话和修改参数都需要 SUPER，此级别不索取：两者均不可用。',
      },
    ];
  if (level === 'ha' && isOld) return [{ en: words.ha57[0], zh: words.ha57[1] }];
  if (level === 'operate' && version.flavor === 'mariadb')
    return [
      {
        en: 'On MariaDB most parameters still need SUPER to be changed at run time, which is not asked for: they wait for the option file.',
        zh: '在 MariaDB 上，多数参数在线修改仍需 SUPER，此级别不索取：只能写入配置文件后生效。',
      },
    ];
  if (level === 'observe' && version.flavor === 'mysql' && isAtLeast(version, 8))
    return [
      {
        en: 'Scheduled events are not seen: on MySQL 8 and later that needs EVENT, which could also write.',
        zh: '看不到定时事件：MySQL 8 及以上需要 EVENT 权限，而它同时允许写入。',
      },
    ];
  return [];
}

/** For people to run when the platform has forgotten an account: it never drops one itself. */
export const dropAccountStatement = (account: Account): string => `DROP USER IF EXISTS ${quoteAccount(account)}`;

/** One statement to paste, and what it is for. */
export interface LevelStatement {
  readonly sql: string;
  readonly why: LevelWords;
  readonly optional: boolean;
}

/**
 * The exact statements for people to run on the primary, where replicas get them from. `password` stands in clear, for
 * it is theirs to choose: default `<password>`, a place to fill.
 */
export function levelStatements(
  version: Version,
  level: AccessLevel,
  account: Account,
  password = '<password>',
): readonly LevelStatement[] {
  const demands = account.demands === 'tls' ? ' REQUIRE SSL' : '';
  return [
    {
      sql: `CREATE USER ${quoteAccount(account)} IDENTIFIED BY ${quoteString(password)}${demands}`,
      why: { en: 'The account of this level.', zh: '该级别的账号。' },
      optional: false,
    },
    ...levelGrants(version, level).map((grant) => ({
      sql: printGrant(grant, account),
      why: grant.why,
      optional: grant.optional,
    })),
  ];
}
