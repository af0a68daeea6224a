import './tables.ts';
import { bringBackTask } from './bring-back/bring-back-task.ts';
import { deployClusterTask } from './tasks/deploy-cluster.ts';
import { killSessionTask } from './tasks/kill-session.ts';
import { operateTasks } from './tasks/operate.ts';

export { ownUsers, readAccount } from './accounts.ts';
export { asked, optionalText } from './asked.ts';
export { bringBackTicketOf } from './bring-back/finding-tickets.ts';
export { keepSessions } from './live/keep-sessions.ts';
export { lookingAccount } from './live/looking-account.ts';
export type { LivePorts } from './live/ports.ts';
export { serveLive } from './live/routes.ts';
export { findLogFile, NothingToRead } from './log-files/find-log-file.ts';
export { type LogPlace, listLogFiles, readLogPart } from './log-files/log-actions.ts';
export { logFileWords } from './log-files/log-file-words.ts';
export { instanceMigrations } from './migrations.ts';
export { openRoot } from './open-root.ts';
export type { InstancePorts } from './ports.ts';
export { readClusterLive, readLive } from './read-live.ts';
export { readClusterServers } from './read-servers.ts';
export { registerPackage, registerPackagesIn } from './register-package.ts';
export { serveInstances } from './routes.ts';
export { recordSeen, SeenServers } from './seen-servers.ts';
export type { ServerPackage } from './server-package.ts';
export { selectPackages } from './store.ts';
export { instanceTicketKinds } from './ticket-kinds.ts';
export { until } from './until.ts';

/** Listed by `app.ts`. */
export const instanceTasks = [deployClusterTask, bringBackTask, ...operateTasks, killSessionTask];
