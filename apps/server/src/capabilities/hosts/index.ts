import './tables.ts';
import { checkHostsTask } from './tasks/check-hosts.ts';
import { runActionTask } from './tasks/run-action.ts';

export type { HostWays, KnownHostKey, NewWay } from '../paths/index.ts';
export { accountScript, sudoersLines } from './account-script.ts';
export { hostActions } from './actions/host-actions.ts';
export { type CheckSpec, defaultCheckSpec } from './check/check-spec.ts';
export { CollectedFacts, HostFacts } from './check/facts.ts';
export { checkItems, judgeHost, passesCheck } from './check/judge-host.ts';
export { checkHost } from './check-host.ts';
export { hostMigrations } from './migrations.ts';
export type { HostParts } from './parts.ts';
export { poolMoves, poolStateAfter, poolStateWords } from './pool.ts';
export { registerHost } from './register-host.ts';
export { removeHost } from './remove-host.ts';
export { giveBackHost, releaseHost, reserveHost, useHost } from './reserve-host.ts';
export { hostRetention } from './retention.ts';
export { serveHosts } from './routes.ts';
export type { HostTaskParts } from './start-host-task.ts';
export type { HostPorts } from './steps/ports.ts';
export { requireHostCheckStep } from './steps/record-host-check.ts';
export { hostCheckSteps } from './tasks/check-hosts.ts';

/** Listed by `app.ts`. */
export const hostTasks = [checkHostsTask, runActionTask];
