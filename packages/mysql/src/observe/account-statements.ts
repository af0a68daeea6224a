import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast, type Version } from '../version.ts';

/** Columns of mysql.user that hold a global privilege, and how GRANT calls it. */
export const privilegeColumns: Readonly<Record<string, string>> = {
  Select_priv: 'SELECT',
  Insert_priv: 'INSERT',
  Update_priv: 'UPDATE',
  Delete_priv: 'DELETE',
  Create_priv: 'CREATE',
  Drop_priv: 'DROP',
  Reload_priv: 'RELOAD',
  Shutdown_priv: 'SHUTDOWN',
  Process_priv: 'PROCESS',
  File_priv: 'FILE',
  Grant_priv: 'GRANT OPTION',
  References_priv: 'REFERENCES',
  Index_priv: 'INDEX',
  Alter_priv: 'ALTER',
  Show_db_priv: 'SHOW DATABASES',
  Super_priv: 'SUPER',
  Create_tmp_table_priv: 'CREATE TEMPORARY TABLES',
  Lock_tables_priv: 'LOCK TABLES',
  Execute_priv: 'EXECUTE',
  Repl_slave_priv: 'REPLICATION SLAVE',
  Repl_client_priv: 'REPLICATION CLIENT',
  Create_view_priv: 'CREATE VIEW',
  Show_view_priv: 'SHOW VIEW',
  Create_routine_priv: 'CREATE ROUTINE',
  Alter_routine_priv: 'ALTER ROUTINE',
  Create_user_priv: 'CREATE USER',
  Event_priv: 'EVENT',
  Trigger_priv: 'TRIGGER',
  Create_tablespace_priv: 'CREATE TABLESPACE',
};

/** Every column of mysql.user we ever read at *observe*: none of them is a password or its hash. */
export const accountColumns = ({ flavor }: Version): readonly string[] => [
  'Host',
  'User',
  ...Object.keys(privilegeColumns),
  'ssl_type',
  'plugin',
  'password_expired',
  ...(flavor === 'mysql' ? ['account_locked', 'password_last_changed'] : ['is_role']),
];

const observing = { sentBy: ['portrait'], changes: 'nothing', limitSeconds: 10 } as const;

export const accounts = defineStatement({
  name: 'observe.accounts',
  why: {
    en: 'Accounts with their global privileges, by columns that hold no password hash.',
    zh: '账号及其全局权限，所读列均不含密码哈希。',
  },
  ...observing,
  text: (version) => `SELECT ${accountColumns(version).join(', ')} FROM mysql.user LIMIT 2001`,
});

export const dynamicGrants = defineStatement({
  name: 'observe.dynamic-privileges',
  why: { en: 'Dynamic global privileges (8.0 and later).', zh: '动态全局权限（8.0 及以上版本）。' },
  ...observing,
  text: (version) =>
    version.flavor === 'mysql' && isAtLeast(version, 8)
      ? 'SELECT USER AS user, HOST AS host, PRIV AS privilege FROM mysql.global_grants LIMIT 40001'
      : undefined,
});

export const schemaPrivilegeColumns: readonly string[] = [
  'Select_priv',
  'Insert_priv',
  'Update_priv',
  'Delete_priv',
  'Create_priv',
  'Drop_priv',
  'Grant_priv',
  'References_priv',
  'Index_priv',
  'Alter_priv',
  'Create_tmp_table_priv',
  'Lock_tables_priv',
  'Create_view_priv',
  'Show_view_priv',
  'Create_routine_priv',
  'Alter_routine_priv',
  'Execute_priv',
  'Event_priv',
  'Trigger_priv',
];

export const schemaGrants = defineStatement({
  name: 'observe.schema-privileges',
  why: { en: 'Who may do what in which schema.', zh: '各账号在各库上的权限。' },
  ...observing,
  text: () => `SELECT Host, User, Db, ${schemaPrivilegeColumns.join(', ')} FROM mysql.db LIMIT 5001`,
});

/** The hash is compared inside the server and never leaves it; the account needs the right to read the column all the same. */
export const emptyPasswords = defineStatement({
  name: 'observe.empty-passwords',
  why: {
    en: 'Accounts that anybody can use; the answer holds names only.',
    zh: '任何人都能使用的无密码账号；结果只含账号名。',
  },
  ...observing,
  text: ({ flavor }) =>
    flavor === 'mysql'
      ? "SELECT User AS user, Host AS host FROM mysql.user WHERE authentication_string = '' AND account_locked = 'N' AND plugin IN ('mysql_native_password', 'caching_sha2_password', 'sha256_password', '') LIMIT 1001"
      : "SELECT User AS user, Host AS host FROM mysql.user WHERE authentication_string = '' AND is_role = 'N' AND plugin IN ('mysql_native_password', '') LIMIT 1001",
});
