import { formatBytes } from '../../shared/format/format-size.ts';
import { formatDuration } from '../../shared/format/format-time.ts';

/** Where the thing with an id has its page; by convention a field named after a thing holds its id. */
const pages: Readonly<Record<string, string>> = {
  hostId: '/hosts/',
  hostIds: '/hosts/',
  jumps: '/hosts/',
  clusterId: '/clusters/',
  applicationId: '/applications/',
  instanceId: '/instances/',
  taskId: '/tasks/',
  ticketId: '/tickets/',
};
export const pageOfThing = (name: string, value: unknown): string | undefined => {
  const page = pages[name];
  return page !== undefined && typeof value === 'string' && value !== '' ? page + value : undefined;
};

const bytesNames = new Set(['pageSize']);

/** A number with the unit its name carries: bytes, rates, durations; any other as it is, since it may be a port or an id. */
export function numberText(name: string, value: number): string {
  if (name.endsWith('Bytes') || bytesNames.has(name)) return formatBytes(value);
  if (name.endsWith('MiBPerSecond')) return `${value} MiB/s`;
  if (name.endsWith('Microseconds')) return `${value} µs`;
  if (name.endsWith('Ms')) return `${Math.round(value * 10) / 10} ms`;
  if (name.endsWith('Seconds')) return formatDuration(value * 1000);
  return String(value);
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;
/** Only of use to the platform itself, or shown elsewhere in the row. */
const ownFields = new Set(['id', 'createdAt', 'secretId']);

/** The fields of a record that say something: no empty ones, none that only the platform reads. */
export const saidFields = (record: object): readonly (readonly [string, unknown])[] =>
  Object.entries(record).filter(([name, value]) => !isNothing(value) && !ownFields.has(name));

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export { isNothing };
