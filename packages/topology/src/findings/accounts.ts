import type { AccountFacts } from '@myriad/mysql';
import { defineFinding, type Occurrence } from '../define-finding.ts';
import { type Fleet, partOf, type Seen } from '../fleet.ts';

const own = new Set(['mysql.sys', 'mysql.session', 'mysql.infoschema', 'mariadb.sys']);
const local = new Set(['localhost', '127.0.0.1', '::1']);

/** Accounts that can be logged in with; the server's own are locked. */
const usable = (server: Seen): readonly AccountFacts[] =>
  (partOf(server, (portrait) => portrait.accounts) ?? []).filter(
    ({ user, isRole, locked }) => !own.has(user) && !isRole && locked !== true,
  );

export const printAccount = ({ user, host }: { readonly user: string; readonly host: string }): string =>
  `'${user}'@'${host}'`;

/** From anywhere, or nearly: `%`, `%.%`, `_%`, and MySQL's old empty host. */
const isAnywhere = ({ host }: AccountFacts) => /^[%._]*$/.test(host);

/** Rights with which everything else can be had. */
const mighty = new Set([
  'SUPER',
  'GRANT OPTION',
  'CREATE USER',
  'FILE',
  'SYSTEM_USER',
  'SET_ANY_DEFINER',
  'SET_USER_ID',
]);

/** Accounts are the cluster's, but each server is asked: one finding a server, on replicas only where the source was not seen. */
function ofAccounts(
  fleet: Fleet,
  judge: (account: AccountFacts, server: Seen) => boolean,
): readonly (Occurrence & { readonly accounts: readonly AccountFacts[] })[] {
  const known = new Set<string>();
  const ordered = [...fleet.seen].sort((a, b) => Number(a.isReplica) - Number(b.isReplica) || (a.id < b.id ? -1 : 1));
  return ordered.flatMap((server) => {
    const found = usable(server)
      .filter((account) => judge(account, server))
      // The same account got there by replication: it is named once, where it was made.
      .filter((account) => !known.has(printAccount(account)));
    for (const account of found) known.add(printAccount(account));
    const names = found.map(printAccount);
    if (names.length === 0) return [];
    const values = { count: names.length, accounts: names.slice(0, 5).join(', ') };
    return [{ on: server.id, values, evidence: { accounts: names.slice(0, 50) }, accounts: found }];
  });
}

const yearMilliseconds = 365 * 86_400_000;

export const accounts = [
  defineFinding({
    code: 'ACCOUNT_ANONYMOUS',
    grade: 'bad',
    title: { en: 'Anonymous accounts', zh: '存在匿名账号' },
    words: { en: '{server} has accounts without a name: {accounts}.', zh: '{server} 存在匿名账号：{accounts}。' },
    why: {
      en: 'Anybody logs in, and other accounts of the same host are hidden behind it.',
      zh: '任何人都可登录，且会遮蔽同主机的其他账号。',
    },
    next: { en: 'DROP USER on the primary.', zh: '请在主库执行 DROP USER。' },
    find: (fleet) => ofAccounts(fleet, ({ user }) => user === ''),
  }),
  defineFinding({
    code: 'ACCOUNT_WITHOUT_PASSWORD',
    grade: 'bad',
    title: { en: 'Accounts without a password', zh: '存在无密码账号' },
    words: { en: '{server} has accounts without a password: {accounts}.', zh: '{server} 存在无密码账号：{accounts}。' },
    why: { en: 'Whoever reaches the port is in.', zh: '任何能访问该端口的人都能登录。' },
    next: { en: 'Set a password or lock the account.', zh: '请设置密码或锁定账号。' },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const names = (partOf(server, (portrait) => portrait.emptyPasswords) ?? []).map(printAccount);
        return names.length > 0
          ? [
              {
                on: server.id,
                values: { accounts: names.slice(0, 5).join(', ') },
                evidence: { accounts: names.slice(0, 50) },
              },
            ]
          : [];
      }),
  }),
  defineFinding({
    code: 'ACCOUNT_MIGHTY_FROM_ANYWHERE',
    grade: 'bad',
    title: { en: 'Administrators from anywhere', zh: '管理账号可从任意地址登录' },
    words: {
      en: 'On {server} accounts may do nearly everything, from any address ({count}): {accounts}.',
      zh: '{server} 上有 {count} 个高权限账号可从任意地址登录：{accounts}。',
    },
    why: { en: 'One leaked password is the whole server.', zh: '一个密码泄露就等于整台服务器失守。' },
    next: {
      en: 'Bind them to addresses, and take SUPER, FILE and GRANT OPTION from what applications use.',
      zh: '请限定来源地址，并收回应用账号的 SUPER、FILE 与 GRANT OPTION。',
    },
    find: (fleet) =>
      ofAccounts(fleet, (account) => isAnywhere(account) && account.global.some((right) => mighty.has(right))),
  }),
  defineFinding({
    code: 'ACCOUNT_ROOT_REMOTE',
    grade: 'warn',
    title: { en: 'root from outside', zh: 'root 可远程登录' },
    words: { en: '{server} lets root in from outside: {accounts}.', zh: '{server} 允许 root 远程登录：{accounts}。' },
    why: { en: 'It is the first name everybody tries.', zh: '它是攻击者最先尝试的账号名。' },
    next: { en: 'Use named accounts for people, root at localhost only.', zh: '请为人员使用实名账号，root 仅限本机。' },
    find: (fleet) => ofAccounts(fleet, ({ user, host }) => user === 'root' && !local.has(host)),
  }),
  defineFinding({
    code: 'ACCOUNT_OLD_PLUGIN',
    grade: 'warn',
    title: { en: 'Old ways to log in', zh: '使用过时的认证插件' },
    words: {
      en: 'Accounts on {server} log in by an old plugin ({count}): {accounts}.',
      zh: '{server} 上有 {count} 个账号使用过时的认证插件：{accounts}。',
    },
    why: {
      en: 'mysql_native_password is off in 8.4 and gone in 9: these accounts are locked out by an upgrade.',
      zh: 'mysql_native_password 在 8.4 中默认关闭、9.x 中已移除：升级后这些账号将无法登录。',
    },
    next: {
      en: 'Move them to caching_sha2_password, once their drivers know it.',
      zh: '确认驱动支持后，请迁移到 caching_sha2_password。',
    },
    find: (fleet) =>
      ofAccounts(fleet, ({ plugin }, { glance }) =>
        glance.version.flavor === 'mysql'
          ? glance.version.major >= 8 &&
            ['mysql_native_password', 'sha256_password', 'mysql_old_password'].includes(plugin)
          : plugin === 'mysql_old_password',
      ),
  }),
  defineFinding({
    code: 'ACCOUNT_PASSWORD_OLD',
    grade: 'info',
    title: { en: 'Old passwords', zh: '密码长期未更换' },
    words: {
      en: 'Accounts on {server} have had their password for over a year ({count}): {accounts}.',
      zh: '{server} 上有 {count} 个账号的密码超过一年未更换：{accounts}。',
    },
    why: {
      en: 'The longer it lives, the more places and former colleagues know it.',
      zh: '时间越久，知道它的地方和离职人员越多。',
    },
    next: {
      en: 'Change them with the two-password rotation (RETAIN CURRENT PASSWORD) where there is one.',
      zh: '请更换密码；支持双密码时可用 RETAIN CURRENT PASSWORD 平滑轮换。',
    },
    find: (fleet) =>
      ofAccounts(
        fleet,
        ({ passwordChangedAt }) =>
          passwordChangedAt !== null && fleet.context.now - Date.parse(passwordChangedAt) > yearMilliseconds,
      ),
  }),
  defineFinding({
    code: 'ACCOUNT_READS_FILES',
    grade: 'warn',
    title: { en: 'Accounts may read the host’s files', zh: '账号可读写主机文件' },
    words: {
      en: '{accounts} on {server} may read and write any file the server can.',
      zh: '{server} 上的 {accounts} 可读写服务器进程可访问的任意文件。',
    },
    why: {
      en: 'FILE without secure_file_priv reaches keys, other schemas’ files and option files.',
      zh: '拥有 FILE 权限且未限制 secure_file_priv 时，可读取密钥、其他库文件与配置文件。',
    },
    next: {
      en: 'Revoke FILE, or set secure_file_priv to one folder (or NULL).',
      zh: '请收回 FILE 权限，或将 secure_file_priv 限定为单一目录或 NULL。',
    },
    find: (fleet) =>
      ofAccounts(fleet, ({ global }, server) => global.includes('FILE') && server.variable('secure_file_priv') === ''),
  }),
];
