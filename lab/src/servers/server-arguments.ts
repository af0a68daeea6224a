import path from 'node:path';
import type { ServerTree } from '../trees/tree.ts';
import { asRoot, treeArguments } from './data-template.ts';

export interface ServerArguments {
  readonly tree: ServerTree;
  readonly folder: string;
  readonly socket: string;
  readonly address: string;
  readonly port: number;
  readonly serverId: number;
  readonly performanceSchema: 'on' | 'off';
  /** Further command line options, last, so that they win. */
  readonly options: readonly string[];
}

/** Small and quick, but durable: what was acknowledged is on disk, as on a real server. */
export function serverArguments(given: ServerArguments): string[] {
  const { tree, folder, socket, address, port, serverId, performanceSchema, options } = given;
  return [
    '--no-defaults',
    ...treeArguments(tree),
    ...asRoot,
    `--datadir=${folder}/data`,
    // Not the shared one: a MariaDB server that starts deletes every #sql file there, also those of a running neighbour.
    `--tmpdir=${path.dirname(socket)}`,
    `--socket=${socket}`,
    `--pid-file=${folder}/server.pid`,
    `--log-error=${folder}/error.log`,
    `--bind-address=${address}`,
    `--port=${port}`,
    `--server-id=${serverId}`,
    `--report-host=${address}`,
    `--report-port=${port}`,
    `--log-bin=${folder}/data/binlog`,
    `--relay-log=${folder}/data/relay`,
    `--performance-schema=${performanceSchema}`,
    ...[
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--sync-binlog=1',
      '--innodb-flush-log-at-trx-commit=1',
    ],
    ...['--innodb-buffer-pool-size=24M', '--table-open-cache=400', '--max-connections=200'],
    // Many servers at once would use up the machine's asynchronous I/O slots.
    '--innodb-use-native-aio=OFF',
    ...(tree.flavor === 'mysql' ? mysqlArguments : mariadbArguments),
    ...options,
  ];
}

const mysqlArguments = [
  ...['--mysqlx=OFF', '--secure-file-priv=', '--innodb-redo-log-capacity=16M', '--log-error-verbosity=2'],
  ...['--gtid-mode=ON', '--enforce-gtid-consistency=ON', '--skip-replica-start'],
  ...['--plugin-load-add=semisync_source.so', '--plugin-load-add=semisync_replica.so'],
];

const mariadbArguments = [
  ...['--binlog-format=ROW', '--gtid-strict-mode=ON', '--log-slave-updates=ON', '--skip-slave-start'],
  ...['--innodb-log-file-size=16M', '--log-warnings=2'],
];
