import type { FindingEntity, FindingGrade } from '@myriad/contract';

export interface FindingEvent {
  readonly id: string;
  readonly code: string;
  readonly grade: FindingGrade;
  readonly entity: FindingEntity;
  readonly entityId: string;
  readonly clusterId: string | null;
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    'finding.opened': FindingEvent;
    'finding.closed': FindingEvent;
    /** Grade, mute or owner. */
    'finding.changed': FindingEvent;
  }
}
