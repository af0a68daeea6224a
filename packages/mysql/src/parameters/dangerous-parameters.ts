import { parameterName } from './parameter-book.ts';
import type { ValueWords } from './parameter-value.ts';

/** `never`: no ticket changes it · `with-care`: only when somebody says “even so”. */
export interface Danger {
  readonly how: 'never' | 'with-care';
  readonly words: ValueWords;
}

interface DangerRule extends Danger {
  readonly name: RegExp;
  /** Only these values are dangerous; absent: any change is. */
  readonly values?: RegExp;
}

const never = (name: RegExp, en: string, zh: string, values?: RegExp): DangerRule => ({
  ...{ name, how: 'never', words: { en, zh } },
  ...(values ? { values } : {}),
});
const withCare = (name: RegExp, en: string, zh: string, values?: RegExp): DangerRule => ({
  ...never(name, en, zh, values),
  how: 'with-care',
});

/** What a change of a parameter can cost, the first that fits. Each reason is what happened to somebody. */
const dangers: readonly DangerRule[] = [
  never(
    /^(super_)?read_only$|^offline_mode$|^rpl_semi_sync_\w+_enabled$|^transaction_read_only$|^tx_read_only$/,
    'is a role: it changes with a switch of primary, start or stop, never by itself, or two servers take writes.',
    '表示角色：只能随主从切换、启动或停止改变，单独修改可能造成双写。',
  ),
  never(
    /^(server_id|server_uuid|gtid_mode|enforce_gtid_consistency|gtid_(purged|executed|next|slave_pos|binlog_state|domain_id|seq_no|ignore_duplicates|cleanup_batch_size|pos_auto_engines)|log_bin(_index|_basename)?|log_(slave|replica)_updates|relay_log(_index|_basename|_info_file)?|(master|relay_log)_info_repository)$/,
    'is part of replication’s identity and position: replicas would lose their place or become errant.',
    '属于复制的身份与位点：修改会使从库丢失位点或产生多余事务。',
  ),
  never(
    /^(sql_log_bin|sql_(slave|replica)_skip_counter|(slave|replica)_skip_errors|(slave|replica)_exec_mode|binlog_(do|ignore)_db|replicate_\w+)$/,
    'leaves transactions out, so that replicas differ without an error.',
    '会跳过事务，使从库在没有报错的情况下产生差异。',
  ),
  never(
    /^(datadir|basedir|tmpdir|(slave|replica)_load_tmpdir|socket|port|extra_port|admin_(address|port)|bind_address|mysqlx_\w+|pid_file|plugin_dir|lc_messages_dir|character_sets_dir|secure_file_priv|innodb_(data_home_dir|log_group_home_dir|undo_directory|temp_\w+|tmpdir|doublewrite_dir)|log_error|\w+_log_file|report_(host|port)|version\w*)$/,
    'says where the instance lives: moving it is a task of its own, with files that move along.',
    '决定实例的位置：迁移需要单独的任务，文件须随之移动。',
  ),
  never(
    /^(lower_case_table_names|innodb_(page_size|data_file_path|undo_tablespaces|log_block_size|encrypt_\w+|redo_log_encrypt|undo_log_encrypt|file_format\w*|checksum_algorithm)|default_table_encryption|table_encryption_privilege_check)$/,
    'was decided when the data was made; changed later, the server does not start or does not find tables.',
    '在初始化数据时已确定；之后修改会导致无法启动或找不到表。',
  ),
  never(
    /^(skip_grant_tables|skip_networking|init_(connect|file|slave|replica)|plugin_load\w*|allow_suspicious_udfs|innodb_force_(recovery|load_corrupted)|innodb_read_only|core_file|persist_\w+|persisted_globals_load|activate_\w+|mandatory_roles|partial_revokes)$/,
    'opens the server, runs statements by itself, or hides damage.',
    '会放开服务、自动执行语句或掩盖损坏。',
  ),
  never(
    /^((ssl|tls|admin_ssl|admin_tls|mysqlx_ssl)_(ca|capath|cert|key|crl|crlpath)|\w*keyring\w*|\w*password$|\w*private_key\w*|\w*public_key\w*|wsrep_\w+|group_replication_\w+)$/,
    'holds keys or belongs to a group: certificates and groups have tasks of their own.',
    '涉及密钥或组成员：证书与组复制由专门任务处理。',
    // A policy for passwords is none.
  ),
  never(
    /^innodb_doublewrite$/,
    'switched off, half-written pages cannot be mended after a crash.',
    '关闭后，崩溃时写坏的页无法修复。',
    /^(off|0|detect\w*)$/i,
  ),
  never(
    /^local_infile$/,
    'switched on, any server a client meets may read the client’s files.',
    '打开后，客户端的文件可能被任意服务器读取。',
    /^(on|1)$/i,
  ),
  never(
    /^log_bin_trust_function_creators$/,
    'switched on, functions may make replicas differ.',
    '打开后，函数可能使从库产生差异。',
    /^(on|1)$/i,
  ),
  withCare(
    /^(sync_binlog|innodb_flush_log_at_trx_commit)$/,
    'other than 1 loses acknowledged transactions when power fails.',
    '不为 1 时，断电会丢失已确认的事务。',
    /^(?!1$)/,
  ),
  withCare(
    /^(sync_relay_log|binlog_format|binlog_row_image|binlog_checksum|gtid_strict_mode|relay_log_recovery|\w+_preserve_commit_order)$/,
    'changes what replicas can prove and what can be taken back.',
    '影响从库一致性以及可回退的能力。',
  ),
  withCare(
    /^rpl_semi_sync_\w+$/,
    'decides whether an acknowledged row exists twice.',
    '决定已确认的数据是否存有两份。',
  ),
  withCare(
    /^(sql_mode|time_zone|default_time_zone|lower_case_\w+|default_storage_engine|transaction_isolation|tx_isolation|explicit_defaults_for_timestamp|autocommit|character_set_\w+|collation_\w+|sql_require_primary_key|event_scheduler)$/,
    'changes what applications’ statements mean; new sessions only.',
    '会改变应用语句的含义，仅对新会话生效。',
  ),
  withCare(
    /^(max_connections|max_user_connections|innodb_buffer_pool_size|innodb_redo_log_capacity|table_open_cache|table_definition_cache|thread_stack|back_log|open_files_limit|require_secure_transport|skip_name_resolve|tls_version|binlog_expire_logs_seconds|expire_logs_days)$/,
    'takes memory, closes doors or deletes logs at once.',
    '会立即占用内存、拒绝连接或删除日志。',
  ),
];

/** What speaks against setting a parameter to this value; undefined: nothing known. */
export function dangerOf(name: string, value: string): Danger | undefined {
  const found = dangers.find(
    (rule) => rule.name.test(parameterName(name)) && (rule.values === undefined || rule.values.test(value.trim())),
  );
  return found && { how: found.how, words: found.words };
}
