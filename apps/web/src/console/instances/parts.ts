import type { InstanceView } from '@myriad/contract';
import type { ComponentType } from 'react';
import { lazy } from 'react';

export interface PartProps {
  readonly instance: InstanceView;
}

const part = (load: () => Promise<ComponentType<PartProps>>) => lazy(async () => ({ default: await load() }));

/** The parts of an instance's page in their order; each has an address of its own and is fetched when it is first opened. */
export const parts = [
  { key: 'overview', Part: part(async () => (await import('./OverviewPart.tsx')).OverviewPart) },
  { key: 'metrics', Part: part(async () => (await import('./MetricsPart.tsx')).MetricsPart) },
  { key: 'sessions', Part: part(async () => (await import('./SessionsPart.tsx')).SessionsPart) },
  { key: 'locks', Part: part(async () => (await import('./LocksPart.tsx')).LocksPart) },
  { key: 'replication', Part: part(async () => (await import('./ReplicationPart.tsx')).ReplicationPart) },
  { key: 'parameters', Part: part(async () => (await import('./ParametersPart.tsx')).ParametersPart) },
  { key: 'accounts', Part: part(async () => (await import('./AccountsPart.tsx')).AccountsPart) },
  { key: 'space', Part: part(async () => (await import('./SpacePart.tsx')).SpacePart) },
  { key: 'log', Part: part(async () => (await import('./ErrorLogPart.tsx')).ErrorLogPart) },
  { key: 'work', Part: part(async () => (await import('./WorkPart.tsx')).WorkPart) },
  { key: 'history', Part: part(async () => (await import('./HistoryPart.tsx')).HistoryPart) },
] as const;

export type PartKey = (typeof parts)[number]['key'];

export const instanceAddress = (instanceId: string, key: PartKey = 'overview'): string =>
  `/instances/${encodeURIComponent(instanceId)}${key === 'overview' ? '' : `/${key}`}`;
