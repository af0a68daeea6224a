import { z } from 'zod';

const text = z.string().nullable();
const count = z.number().nullable();
const flag = z.boolean().nullable();

/**
 * What the host check learns; each becomes a fact of the host under its own name. `null` = could not be learned, which is
 * never a pass. Sizes in bytes.
 */
export const HostFacts = z.object({
  hostname: text,
  machineId: text,
  addresses: z.array(z.string()).nullable(),
  virtualization: text,
  uptimeSeconds: count,

  architecture: text,
  cpuModel: text,
  cpuCores: count,
  cpuFlags: z.array(z.string()).nullable(),
  numaNodes: count,
  memoryBytes: count,
  memoryAvailableBytes: count,
  swapBytes: count,
  swappiness: count,
  transparentHugePages: text,

  kernel: text,
  osId: text,
  osVersion: text,
  osName: text,
  libc: z.enum(['glibc', 'musl', 'other']).nullable(),
  libcVersion: text,
  init: text,
  selinux: z.enum(['enforcing', 'permissive', 'disabled', 'absent']).nullable(),
  apparmorMysqlProfile: flag,

  timeSynchronized: flag,
  timeSyncDaemon: text,
  /** Host clock minus server clock, milliseconds; true within ± `clockErrorMs` (half the round trip, plus the clock's grain). */
  clockOffsetMs: count,
  clockErrorMs: count,

  baseDirectory: text,
  baseExists: flag,
  baseWritable: flag,
  baseCreatable: flag,
  baseFilesystem: text,
  baseMountPoint: text,
  baseMountOptions: z.array(z.string()).nullable(),
  baseTotalBytes: count,
  baseFreeBytes: count,
  baseFreeInodes: count,
  /** Sequential write of 64 MiB with a final fsync. */
  writeMiBPerSecond: count,
  /** Mean of 100 synchronous 4 KiB writes. */
  fsyncMicroseconds: count,

  openFilesSoft: count,
  openFilesHard: count,
  processesSoft: count,
  processesHard: count,
  somaxconn: count,
  aioMaxNr: count,
  aioNr: count,

  listeningPorts: z.array(z.number()).nullable(),
  serverProcesses: z.array(z.object({ pid: z.number(), command: z.string() })).nullable(),
  tools: z.array(z.string()).nullable(),
  libraries: z.array(z.string()).nullable(),

  user: text,
  uid: count,
  sudo: z.enum(['all', 'some', 'none']).nullable(),
  homeWritable: flag,
});
export type HostFacts = z.infer<typeof HostFacts>;

/** What one collection on the host itself gives; the clock is measured from here. */
export const CollectedFacts = HostFacts.omit({ clockOffsetMs: true, clockErrorMs: true });
export type CollectedFacts = z.infer<typeof CollectedFacts>;
