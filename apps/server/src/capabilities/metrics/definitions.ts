import type { MetricDefinition, MetricName } from '@myriad/contract';
import { engineMetrics, lockMetrics, replicationMetrics } from './definitions-engine.ts';
import { clientMetrics, loadMetrics } from './definitions-load.ts';

/** The numbers a DBA looks at first, in the order they are shown. Samples are stored by this order: new ones come last. */
export const metricDefinitions: readonly MetricDefinition[] = [
  ...loadMetrics,
  ...clientMetrics,
  ...engineMetrics,
  ...lockMetrics,
  ...replicationMetrics,
];

export const metricNames: readonly MetricName[] = metricDefinitions.map(({ name }) => name);
export const metricCount = metricDefinitions.length;

const places = new Map(metricNames.map((name, at) => [name, at]));
/** Its column in a stored sample. */
export const placeOf = (name: MetricName): number => places.get(name) ?? 0;
