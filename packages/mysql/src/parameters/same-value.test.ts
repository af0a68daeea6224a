import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameValue } from './same-value.ts';

type Case = readonly [name: string, one: string, other: string, flavor?: 'mariadb'];

const same: readonly Case[] = [
  ['slow_query_log', 'ON', '1'],
  ['slow_query_log', 'on', 'TRUE'],
  ['slow_query_log', 'OFF', 'no'],
  ['some_plugin_switch', 'ON', '1'],
  ['max_allowed_packet', '1G', '1073741824'],
  ['max_allowed_packet', '64m', '67108864'],
  ['innodb_buffer_pool_size', '1T', '1024G'],
  ['some_plugin_size', '1048576', '1M'],
  ['long_query_time', '10.000000', '10'],
  ['sql_mode', 'STRICT_TRANS_TABLES,NO_ZERO_DATE', 'no_zero_date, strict_trans_tables'],
  ['sql_mode', 'STRICT_TRANS_TABLES', 'STRICT_TRANS_TABLES,STRICT_TRANS_TABLES'],
  ['sql_mode', 'ANSI', 'REAL_AS_FLOAT,PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ONLY_FULL_GROUP_BY,ANSI'],
  ['sql_mode', 'ANSI', 'REAL_AS_FLOAT,PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ANSI', 'mariadb'],
  ['sql_mode', 'ANSI,ONLY_FULL_GROUP_BY', 'REAL_AS_FLOAT,ANSI_QUOTES,ONLY_FULL_GROUP_BY,ANSI', 'mariadb'],
  [
    ...(['sql_mode', 'TRADITIONAL'] as const),
    'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,TRADITIONAL,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION',
    'mariadb',
  ],
  ['optimizer_switch', 'mrr=off', 'index_merge=on,mrr=off,mrr_cost_based=on'],
  ['log_output', 'TABLE,FILE', 'file,table'],
  ['tls_version', 'TLSv1.3,TLSv1.2', 'TLSv1.2,TLSv1.3'],
  ['default_storage_engine', 'InnoDB', 'innodb'],
  ['character_set_server', 'UTF8MB4', 'utf8mb4'],
  ['innodb_flush_method', 'o_direct', 'O_DIRECT', 'mariadb'],
  ['transaction_isolation', 'read-committed', 'READ-COMMITTED'],
  ['datadir', '/data/', '/data'],
  ['datadir', '/srv//mysql/./data', '/srv/mysql/data/'],
  ['tmpdir', '/', '//'],
  ['init_connect', ' set @a=1 ', 'set @a=1'],
];

const other: readonly Case[] = [
  ['slow_query_log', 'ON', 'OFF'],
  ['max_allowed_packet', '1G', '1M'],
  ['max_allowed_packet', '', '0'],
  ['long_query_time', '', '0'],
  ['sql_mode', 'STRICT_TRANS_TABLES', 'STRICT_TRANS_TABLES,ANSI_QUOTES'],
  ['sql_mode', '', 'STRICT_TRANS_TABLES'],
  ['sql_mode', 'TRADITIONAL', 'STRICT_TRANS_TABLES'],
  [
    ...(['sql_mode', 'ANSI'] as const),
    'REAL_AS_FLOAT,PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ONLY_FULL_GROUP_BY,ANSI',
    'mariadb',
  ],
  ['sql_mode', 'ANSI', 'ANSI,ONLY_FULL_GROUP_BY', 'mariadb'],
  ['optimizer_switch', 'mrr=on', 'index_merge=on,mrr=off'],
  ['optimizer_switch', '', 'index_merge=on'],
  ['init_connect', '', '0'],
  ['init_connect', "set @a='X'", "set @a='x'"],
  ['init_connect', 'set @a=1,@b=2', 'set @b=2,@a=1'],
  ['tls_ciphersuites', 'TLS_A:TLS_B', 'TLS_B:TLS_A'],
  ['log_error', '/var/log/Mysql.err', '/var/log/mysql.err'],
  ['datadir', '/data', '/data/mysql'],
  ['datadir', 'data/', 'data'],
  ['report_host', 'ON', '1'],
  ['report_host', 'DB-1', 'db-1'],
  ['default_storage_engine', 'InnoDB', 'MyISAM'],
];

test('one value written in two ways is one value, where its parameter is of that kind', () => {
  for (const [name, a, b, flavor = 'mysql'] of same)
    for (const [one, two] of [[a, b] as const, [b, a] as const])
      assert.ok(sameValue({ flavor, name }, one, two), `${name}: ${one} | ${two}`);
});

test('of everything else every letter counts', () => {
  for (const [name, a, b, flavor = 'mysql'] of other)
    for (const [one, two] of [[a, b] as const, [b, a] as const])
      assert.ok(!sameValue({ flavor, name }, one, two), `${name}: ${one} | ${two}`);
});
