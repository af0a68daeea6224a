import type { Maintenance } from './records.ts';

/**
 * The maintenance that holds now. One past its end is over without anybody ending it: forgotten, it must not keep an alarm
 * or a failover quiet for ever. The record keeps it, the history too.
 */
export const maintenanceInForce = (maintenance: Maintenance | null, now: number): Maintenance | null =>
  maintenance !== null && now < maintenance.until ? maintenance : null;
