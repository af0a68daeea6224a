import { type AccountPurpose, madeGrants } from '../grants.ts';
import { quoteAccount } from '../quoting.ts';
import { isAtLeast, type Version } from '../version.ts';
import { defineStatement } from './statement.ts';

export interface AccountInput {
  readonly account: { readonly user: string; readonly host: string; readonly demands?: 'tls' };
  /** `IDENTIFIED …` with a hash made here. */
  readonly identified: string;
}

const example = { user: 'myriad_admin', host: '%', demands: 'tls' } as const;
const hashed = (version: Version) => {
  if (version.flavor === 'mariadb') return "IDENTIFIED VIA mysql_native_password USING '…'";
  return `IDENTIFIED WITH ${isAtLeast(version, 8) ? 'caching_sha2_password' : 'mysql_native_password'} AS '…'`;
};
const accountExamples = (version: Version) => [
  { account: example, identified: hashed(version) },
  { account: { user: example.user, host: example.host }, identified: hashed(version) },
];
const demanded = ({ demands }: AccountInput['account']) => (demands === 'tls' ? ' REQUIRE SSL' : '');
const making = { sentBy: ['deploy'], changes: 'server' } as const;

export const createUser = defineStatement<AccountInput>({
  name: 'account.create',
  why: {
    en: 'Makes an account of the platform; the password reaches the server as a hash only.',
    zh: '创建平台账号；密码仅以哈希形式到达服务器。',
  },
  ...making,
  text: (_version, { account, identified }) =>
    `CREATE USER IF NOT EXISTS ${quoteAccount(account)} ${identified}${demanded(account)}`,
  examples: accountExamples,
});

export const alterUser = defineStatement<AccountInput>({
  name: 'account.set-password',
  why: {
    en: 'Sets the hash of an account that was there already, of root too.',
    zh: '设置已存在账号（含 root）的密码哈希。',
  },
  ...making,
  text: (_version, { account, identified }) => `ALTER USER ${quoteAccount(account)} ${identified}${demanded(account)}`,
  examples: accountExamples,
});

export interface GrantInput {
  readonly privileges: readonly string[];
  readonly on: string;
  readonly account: { readonly user: string; readonly host: string };
}

const purposes: readonly Exclude<AccountPurpose, 'root'>[] = ['admin', 'replication', 'monitor', 'backup'];

export const grantPrivileges = defineStatement<GrantInput>({
  name: 'account.grant',
  why: {
    en: 'Gives an account of the platform exactly what its purpose needs.',
    zh: '为平台账号授予其用途所需的最小权限。',
  },
  ...making,
  text: (_version, { privileges, on, account }) =>
    `GRANT ${privileges.join(', ')} ON ${on} TO ${quoteAccount(account)}`,
  examples: (version) =>
    purposes.flatMap((purpose) =>
      madeGrants(version, purpose).map((grant) => ({ ...grant, account: { user: `myriad_${purpose}`, host: '%' } })),
    ),
});

export const strayAccounts = defineStatement({
  name: 'account.list-strays',
  why: {
    en: 'Finds anonymous accounts and roots from elsewhere on an instance just made.',
    zh: '在新建实例上查找匿名账号与非本机 root。',
  },
  sentBy: ['deploy'],
  changes: 'nothing',
  text: () => "SELECT User AS u, Host AS h FROM mysql.user WHERE User = '' OR (User = 'root' AND Host <> 'localhost')",
});

export const dropUser = defineStatement<{ readonly user: string; readonly host: string }>({
  name: 'account.drop',
  why: { en: 'Removes those accounts, on an instance just made.', zh: '在新建实例上删除这些账号。' },
  ...making,
  text: (_version, account) => `DROP USER IF EXISTS ${quoteAccount(account)}`,
  examples: () => [{ user: '', host: 'localhost' }],
});

export const dropTestSchema = defineStatement({
  name: 'account.drop-test-schema',
  why: {
    en: 'Removes the schema everybody may write to, on an instance just made.',
    zh: '在新建实例上删除任何人都可写的 test 库。',
  },
  ...making,
  text: () => 'DROP DATABASE IF EXISTS test',
});

export const accountsNamed = defineStatement({
  name: 'account.find',
  why: { en: 'Whether an account of this name is there already.', zh: '查看同名账号是否已存在。' },
  sentBy: ['deploy'],
  changes: 'nothing',
  text: () => 'SELECT User AS u, Host AS h FROM mysql.user WHERE User = ?',
});
