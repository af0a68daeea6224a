import { at, defineRule } from '../../rule.ts';
import { variableName } from '../../tree/settings.ts';
import { mysqlFrom } from '../../versions.ts';

/** Name, and the first version without it. */
/** By the version that knows them no more. */
export const removedVariables: Readonly<Partial<Record<string, number>>> = {
  query_cache_type: 80000, query_cache_size: 80000, tx_isolation: 80000, tx_read_only: 80000, innodb_file_format: 80000,
  innodb_large_prefix: 80000, log_warnings: 80000, sync_frm: 80000, old_passwords: 80000, show_compatibility_56: 80000,
  secure_auth: 80000, innodb_locks_unsafe_for_binlog: 80000, multi_range_count: 80000, ignore_builtin_innodb: 80000,
  expire_logs_days: 80400, default_authentication_plugin: 80400, slave_rows_search_algorithms: 80400,
  master_info_repository: 80400, relay_log_info_repository: 80400, binlog_transaction_dependency_tracking: 90000,
  log_bin_use_v1_row_events: 80400, transaction_write_set_extraction: 80400, have_ssl: 80400, have_openssl: 80400,
}; // biome-ignore format: a table

export const removedVariable = defineRule({
  id: 'removed-variable',
  grade: 'E',
  theme: 'compatibility',
  why: {
    en: 'The variable is gone in this version: the statement fails (error 1193).',
    zh: '该变量在此版本中已移除，语句会报错（错误 1193）。',
  },
  versions: mysqlFrom(80000),
  on: ['set-variable'],
  check: (item, { dialect }) => {
    const name = variableName(item);
    const version = name === undefined ? undefined : removedVariables[name];
    return (
      version !== undefined && dialect.versionNumber >= version && at(item, `${name} is gone.`, `${name} 已移除。`)
    );
  },
});
