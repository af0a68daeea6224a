export type { ServerStatus } from './processes/control-messages.ts';
export { type DrainOutcome, drainServer, stopServer } from './processes/drain-server.ts';
export { escrowKeys, restoreKeys, rotateKeys } from './processes/keys.ts';
export {
  checkReadiness,
  findServer,
  holdStore,
  makeBackup,
  type Readiness,
  restoreBackup,
  type StorePlace,
  storePlace,
} from './processes/operate.ts';
export { resetAdministratorHere } from './processes/reset-administrator.ts';
export type { FoundServer, RunningServer } from './processes/running-server.ts';
export { runServer } from './processes/server.ts';
