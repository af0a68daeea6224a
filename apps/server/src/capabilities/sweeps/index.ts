export { createSweeps, type SweepParts, type Sweeps } from './create-sweeps.ts';
export { topologyFindings } from './disagreement-kinds.ts';
export { sweepFindings } from './finding-kinds.ts';
export { serveSweeps } from './routes.ts';
