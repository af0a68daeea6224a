import './tables.ts';
import { changeParametersTask } from './tasks/change-parameters.ts';
import { checkTask } from './tasks/check.ts';

export { createStandards, type Standards } from './create-standards.ts';
export { standardFindings } from './finding-kinds.ts';
export { standardMigrations } from './migrations.ts';
export type { StandardPorts } from './parts.ts';
export { standardRetention } from './retention.ts';
export { serveStandards } from './routes.ts';
export { listInForce } from './store/exceptions.ts';
export { standardTicketKinds } from './ticket-kinds.ts';

/** Listed by `app.ts`. */
export const standardTasks = [checkTask, changeParametersTask];
