/**
 * What a host must be like, as data: `judgeHost` decides nothing that does not stand here. `fail` keeps the host out of the
 * pool, `warn` is shown and lets it in; an absent bound never judges. Sizes in bytes.
 */
export interface CheckSpec {
  readonly architectures: readonly string[];
  /** Absent: any libc of the right kind. Vendor tarballs of MySQL are built against glibc 2.17 or 2.28. */
  readonly glibc: { readonly fail: string; readonly warn: string };
  readonly memoryBytes: { readonly fail: number; readonly warn: number };
  readonly cpuCores: { readonly warn: number };
  readonly freeBytes: { readonly fail: number; readonly warn: number };
  readonly freeInodes: { readonly fail: number };
  readonly writeMiBPerSecond: { readonly warn: number };
  readonly fsyncMicroseconds: { readonly warn: number };
  readonly clockOffsetMs: { readonly warn: number; readonly fail: number };
  readonly openFilesHard: { readonly fail: number; readonly warn: number };
  readonly processesHard: { readonly warn: number };
  readonly swappiness: { readonly warn: number };
  readonly somaxconn: { readonly warn: number };
  readonly aioRoom: { readonly warn: number };
  readonly goodFilesystems: readonly string[];
  readonly unfitFilesystems: readonly string[];
  readonly neededTools: readonly string[];
  readonly usefulLibraries: readonly string[];
  /** Ports that must be free, e.g. those of the instances a plan is about to make. */
  readonly ports: readonly number[];
}

const GiB = 1024 ** 3;

/** Why each bound is where it is: shown in the docs, and beside the verdict where it helps. */
export const defaultCheckSpec: CheckSpec = {
  // The vendors' generic Linux tarballs exist for these two.
  architectures: ['x86_64', 'aarch64'],
  // MySQL 8.4 and 9.x generic tarballs: "Linux - Generic (glibc 2.17)" and "(glibc 2.28)".
  glibc: { fail: '2.17', warn: '2.28' },
  // MySQL 9.7 idle takes about 0.5 GB with performance_schema on (measured); below 1 GiB nothing remains for the buffer pool.
  memoryBytes: { fail: 1 * GiB, warn: 4 * GiB },
  cpuCores: { warn: 2 },
  // A tree of MySQL takes 0.3 GB, an empty data directory with redo logs 0.3 GB, binary logs grow from there.
  freeBytes: { fail: 2 * GiB, warn: 20 * GiB },
  freeInodes: { fail: 10_000 },
  // Slower than one 7,200-rpm disk reading in a row: a restore of 100 GB would take over half an hour.
  writeMiBPerSecond: { warn: 50 },
  // sync_binlog = 1 and innodb_flush_log_at_trx_commit = 1 wait for this twice a commit group.
  fsyncMicroseconds: { warn: 5_000 },
  // Point-in-time targets and lag are read from clocks of several hosts; a minute off and a certificate can be "not yet valid".
  clockOffsetMs: { warn: 500, fail: 60_000 },
  // MySQL manual, open_files_limit: asks for at least 5000. A busy server wants table_open_cache × 2 + connections.
  openFilesHard: { fail: 5_000, warn: 65_535 },
  // One thread a connection.
  processesHard: { warn: 4_096 },
  // A database server should give up page cache before its own memory.
  swappiness: { warn: 10 },
  // back_log is cut to net.core.somaxconn by the kernel.
  somaxconn: { warn: 1_024 },
  // InnoDB's native asynchronous I/O reserves thousands of events an instance; start fails with EAGAIN when none remain.
  aioRoom: { warn: 20_000 },
  goodFilesystems: ['xfs', 'ext4'],
  // No fsync to rely on, no ownership, or gone after a restart.
  unfitFilesystems: ['vfat', 'exfat', 'msdos', 'ntfs', 'ntfs3', 'fuseblk', 'squashfs', 'iso9660', 'proc', 'sysfs'],
  // What the scripts call besides coreutils: unpacking, reading /proc, and the supervisor (setsid, flock: util-linux).
  neededTools: ['tar', 'gzip', 'sha256sum', 'awk', 'sed', 'grep', 'find', 'setsid', 'flock'],
  usefulLibraries: ['libaio.so.1', 'libnuma.so.1'],
  ports: [],
};
