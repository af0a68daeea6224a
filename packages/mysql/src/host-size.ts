/** What an instance may use of its host. */
export interface HostSize {
  /** Memory this instance is given, in MiB; not the host's. */
  readonly memoryMib: number;
  readonly cores: number;
  /** `ssd`: many small writes at once; `disk`: a spinning one. */
  readonly storage: 'ssd' | 'disk';
}

export interface Sizing {
  readonly profile: 'small' | 'standard';
  readonly bufferPoolMib: number;
  readonly bufferPoolInstances: number;
  readonly redoMib: number;
  readonly maxConnections: number;
  readonly ioCapacity: number;
  readonly appliers: number;
  readonly openTables: number;
}

/** Least memory a server of ours is started with. */
export const leastMemoryMib = 256;

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, Math.floor(value)));

/**
 * Sizes by rule of thumb, in whole steps, so that the same form gives the same plan. `small` (labs, demo: up to 1 GiB of
 * memory) halves what the performance schema would take and keeps buffers low; `standard` gives two thirds to the pool.
 */
export function sizingFor({ memoryMib, cores, storage }: HostSize): Sizing {
  const small = memoryMib <= 1024;
  const bufferPoolMib = small ? between(64, memoryMib / 4, 256) : Math.floor((memoryMib * 0.65) / 128) * 128;
  return {
    profile: small ? 'small' : 'standard',
    bufferPoolMib,
    bufferPoolInstances: small ? 1 : between(1, Math.min(cores, bufferPoolMib / 1024), 16),
    redoMib: small ? 64 : between(256, bufferPoolMib / 4, 16_384),
    maxConnections: small ? 100 : between(200, memoryMib / 16, 5000),
    ioCapacity: storage === 'ssd' ? (small ? 500 : 2000) : 200,
    appliers: small ? 2 : between(2, cores, 16),
    openTables: small ? 400 : between(2000, memoryMib / 4, 20_000),
  };
}
