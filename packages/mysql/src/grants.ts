import { accountColumns } from './observe/account-statements.ts';
import { isAtLeast, type Version } from './version.ts';

export type AccountPurpose = 'root' | 'admin' | 'replication' | 'monitor' | 'backup';

/** The schema the platform may write to: proofs of replication, heartbeats. */
export const platformSchema = 'myriad';

export interface Grant {
  readonly privileges: readonly string[];
  /** `*.*`, `performance_schema.*` … */
  readonly on: string;
}

const ownSchema: Grant = { privileges: ['CREATE', 'DROP', 'SELECT', 'INSERT', 'DELETE'], on: `${platformSchema}.*` };
const global = (...privileges: string[]): Grant => ({ privileges, on: '*.*' });

function mysqlGrants(version: Version, purpose: Exclude<AccountPurpose, 'root'>): readonly Grant[] {
  const dynamic = isAtLeast(version, 8, 0, 16);
  const performance: Grant = { privileges: ['SELECT'], on: 'performance_schema.*' };
  switch (purpose) {
    case 'admin':
      return [
        dynamic
          ? global(
              'REPLICATION_SLAVE_ADMIN',
              'SYSTEM_VARIABLES_ADMIN',
              'CONNECTION_ADMIN',
              'PROCESS',
              'RELOAD',
              'REPLICATION CLIENT',
              'EVENT',
              'SYSTEM_USER',
            )
          : global('SUPER', 'PROCESS', 'RELOAD', 'REPLICATION CLIENT', 'EVENT'),
        performance,
        ownSchema,
      ];
    case 'replication':
      return [global('REPLICATION SLAVE')];
    case 'monitor':
      return [
        global('PROCESS', 'REPLICATION CLIENT', 'SHOW VIEW'),
        performance,
        { privileges: ['SELECT', 'EXECUTE'], on: 'sys.*' },
      ];
    case 'backup':
      return [
        global(
          'SELECT',
          'SHOW VIEW',
          'TRIGGER',
          'EVENT',
          'PROCESS',
          'RELOAD',
          ...(isAtLeast(version, 8, 0, 20) ? ['SHOW_ROUTINE'] : []),
          ...(dynamic ? ['BACKUP_ADMIN'] : []),
        ),
        ...(dynamic ? [performance] : []),
      ];
  }
}

function mariadbGrants(purpose: Exclude<AccountPurpose, 'root'>): readonly Grant[] {
  switch (purpose) {
    case 'admin':
      return [
        global(
          'REPLICATION SLAVE ADMIN',
          'REPLICATION MASTER ADMIN',
          'SLAVE MONITOR',
          'BINLOG MONITOR',
          'READ ONLY ADMIN',
          'CONNECTION ADMIN',
          'BINLOG ADMIN',
          'RELOAD',
          'PROCESS',
          'EVENT',
        ),
        ownSchema,
      ];
    case 'replication':
      return [global('REPLICATION SLAVE')];
    case 'monitor':
      return [global('PROCESS', 'SLAVE MONITOR', 'BINLOG MONITOR', 'SHOW VIEW')];
    case 'backup':
      return [global('RELOAD', 'PROCESS', 'LOCK TABLES', 'BINLOG MONITOR', 'SLAVE MONITOR', 'CONNECTION ADMIN')];
  }
}

/** Exactly what each account of the platform may do, least privilege, by flavour and version; root is never granted anew. */
export const grantsFor = (version: Version, purpose: Exclude<AccountPurpose, 'root'>): readonly Grant[] =>
  version.flavor === 'mysql' ? mysqlGrants(version, purpose) : mariadbGrants(purpose);

/**
 * What shows columns, accounts and events without their secrets, and no row of a table: run on MySQL 9.7 and MariaDB 10.11.
 * REFERENCES lists columns; without CREATE or ALTER nothing else can be done with it.
 */
export function sightGrants(version: Version): readonly Grant[] {
  const isDictionary = version.flavor === 'mysql' && isAtLeast(version, 8);
  return [
    global('REFERENCES'),
    { on: 'mysql.user', privileges: [`SELECT (${accountColumns(version).join(', ')})`] },
    isDictionary
      ? { on: 'mysql.global_grants', privileges: ['SELECT'] }
      : { on: 'mysql.event', privileges: ['SELECT (db, name, status, definer)'] },
    { on: 'mysql.db', privileges: ['SELECT'] },
  ];
}

/** Of the accounts the platform makes on servers it deploys: who watches also sees what there is, as on one that was adopted. */
export const madeGrants = (version: Version, purpose: Exclude<AccountPurpose, 'root'>): readonly Grant[] => [
  ...grantsFor(version, purpose),
  ...(purpose === 'monitor' ? sightGrants(version) : []),
];
