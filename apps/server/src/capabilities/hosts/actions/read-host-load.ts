import type { HostAction } from '@myriad/paths';
import { z } from 'zod';

const Load = z.object({
  hostname: z.string(),
  uptimeSeconds: z.number(),
  load1: z.number(),
  load5: z.number(),
  load15: z.number(),
  memoryAvailableBytes: z.number().nullable(),
});

/** How busy a host is: a light look, for many hosts at once. */
export const readHostLoad: HostAction<Record<string, never>, z.infer<typeof Load>> = {
  name: 'read-host-load',
  version: 1,
  // Reads with the shell itself; only awk is started.
  script: `
read -r uptime _ </proc/uptime
read -r load1 load5 load15 _ </proc/loadavg
available=$(awk '$1 == "MemAvailable:" {printf "%.0f", $2 * 1024}' /proc/meminfo)
read -r hostname </proc/sys/kernel/hostname
json_object hostname "$hostname" uptimeSeconds:n "$uptime" load1:n "$load1" load5:n "$load5" load15:n "$load15" \\
  memoryAvailableBytes:n "$available"
`,
  input: z.object({}) as z.ZodType<Record<string, never>>,
  output: Load,
};
