export { createMetrics, type Metrics, type MetricsOptions } from './create-metrics.ts';
export { metricDefinitions } from './definitions.ts';
export type { MetricsAccess } from './prometheus/routes.ts';
export { serveMetrics } from './routes.ts';
