import './tables.ts';
import { portraitTask } from './portrait/portrait-task.ts';

export { createSweeps, type SweepParts, type Sweeps } from './create-sweeps.ts';
export { topologyFindings } from './disagreement-kinds.ts';
export { faultOf } from './fault.ts';
export { silentCodes, sweepFindings } from './finding-kinds.ts';
export { sourceOf } from './known-identity.ts';
export type { AskBeside } from './look-at.ts';
export { sweepMigrations } from './migrations.ts';
export { movesByItself } from './portrait/compare-portraits.ts';
export { lastLook } from './portrait/look-deep.ts';
export type { DeepLook } from './portrait/pack-portrait.ts';
export type { AfterLook, LookedMember, PortraitPorts } from './portrait/ports.ts';
export { readPortraitStep } from './portrait/read-portrait-step.ts';
export { rememberedParameters } from './portrait/remembered-parameters.ts';
export { servePortrait } from './portrait/routes.ts';
export { viewAccounts } from './portrait/view-accounts.ts';
export { sweepRetention } from './retention.ts';
export { serveSweeps } from './routes.ts';
export { listLooks } from './store.ts';

/** Listed by `app.ts`. */
export const sweepTasks = [portraitTask];
