import './tables.ts';
import { adoptClusterTask } from './tasks/adopt-cluster.ts';
import { lowerLevelTask } from './tasks/lower-level.ts';
import { raiseLevelTask } from './tasks/raise-level.ts';
import { releaseClusterTask } from './tasks/release-cluster.ts';

export { mayReachAddress } from './allow-list.ts';
export { type Adoption, createAdoption } from './create-adoption.ts';
export { adoptionMigrations } from './migrations.ts';
export type { AdoptionPorts } from './ports.ts';
export { adoptionRetention } from './retention.ts';
export { serveAdoption } from './routes.ts';
export { adoptionTicketKinds } from './ticket-kinds.ts';

/** Listed by `app.ts`. */
export const adoptionTasks = [adoptClusterTask, raiseLevelTask, lowerLevelTask, releaseClusterTask];
