export { type Account, accountStatements, createAccount, findAccounts, identifiedBy, secureRoot } from './accounts.ts';
export * from './catalogue/index.ts';
export { collationsOf } from './collations.ts';
export { cutClients, keepsClientsOut, letClientsIn } from './cut-clients.ts';
export { belongsToServer, findSession, killSession, type SessionSeen } from './end-session.ts';
export { collationFits, defaultCollationOf, timeZoneFits, unknownSqlModes } from './fixed-choices.ts';
export { type AccountPurpose, type Grant, grantsFor, platformSchema } from './grants.ts';
export {
  containsGtid,
  countMissingGtid,
  equalGtid,
  type GtidSet,
  isEmptyGtid,
  parseGtidSet,
  printGtidSet,
  subtractGtid,
  unionGtid,
} from './gtid.ts';
export { type HostSize, leastMemoryMib, type Sizing, sizingFor } from './host-size.ts';
export {
  type CertificateFiles,
  type InstanceLayout,
  instanceDirectory,
  layoutOf,
  longestSocketPathBytes,
  serverProgram,
} from './layout.ts';
export {
  type AccessLevel,
  dropAccountStatement,
  type LevelGrant,
  type LevelStatement,
  type LevelWords,
  levelGrants,
  levelRemarks,
  levelStatements,
} from './level-grants.ts';
export * from './live/index.ts';
export * from './logs/index.ts';
export * from './observe/index.ts';
export {
  type OptionFile,
  type OptionLine,
  type OptionSection,
  optionValue,
  parseOptionFile,
  renderOptionFile,
} from './option-file.ts';
export {
  type FixedChoices,
  type OptionTemplateInput,
  optionFileFor,
  optionTemplateVersion,
} from './option-template.ts';
export * from './parameters/index.ts';
export { cachingSha2Hash, nativePasswordHash, newPassword } from './password-hash.ts';
export { quoteAccount, quoteIdentifier, quoteString } from './quoting.ts';
export { makeReadOnly, openForWrites, type ReadOnlyState, readReadOnly, refusesWrites } from './read-only.ts';
export {
  configureReplication,
  configureReplicationStatement,
  forgetReplication,
  type ReplicationState,
  readPurged,
  readReplication,
  readReplicationRow,
  repointReplication,
  startAsBefore,
  startReplication,
  stopReplication,
} from './replication.ts';
export type { ReplicationSource } from './replication-options.ts';
export * from './review/index.ts';
export {
  losslessTimeoutMilliseconds,
  readSemiSync,
  type SemiSyncRole,
  type SemiSyncState,
  semiSyncPlugins,
  semiSyncWord,
  setSemiSync,
} from './semi-sync.ts';
export { initialiseArgv, initialiseSql, initialiseSqlFile, serverArgv, stopLimitSeconds } from './server-commands.ts';
export { readExecuted, readServerState, readVersion, type ServerState } from './server-state.ts';
export { clientSessions, listSessions, replicaSessions, type SessionRow, waitingCommits } from './sessions.ts';
export {
  isOn,
  numberOf,
  readNamed,
  type SqlLimits,
  type SqlRow,
  type SqlRunner,
  type SqlValue,
  textOf,
} from './sql-runner.ts';
export { type SeriesSupport, supportMatrix, supportOf } from './support-matrix.ts';
export { renderSystemdUnit, type UnitInput, unitName } from './systemd-unit.ts';
export {
  compareVersions,
  type Flavor,
  isAtLeast,
  parseVersion,
  speaksReplica,
  takesEcCertificate,
  type Version,
} from './version.ts';
