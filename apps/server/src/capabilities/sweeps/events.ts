import type { SweepState } from '@myriad/contract';

declare module '../../platform/events/events.ts' {
  interface EventMap {
    /** An instance began or ceased to answer, or something lasting about it changed. */
    'instance.seen': { readonly instanceId: string; readonly clusterId: string | null; readonly state: SweepState };
  }
}
