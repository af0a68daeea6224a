import type { Flavour } from '@myriad/sql';

/** A server that loses everything at a crash, and makes a table in a moment. */
export const quickOptions = (flavour: Flavour): readonly string[] => [
  ...['--skip-log-bin', '--sync-binlog=0', '--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0'],
  '--innodb-flush-method=nosync',
  ...(flavour === 'mariadb' ? ['--innodb-read-only-compressed=OFF'] : []),
];
