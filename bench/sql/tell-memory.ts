/** Loaded before a program that is measured: says at its end how much memory it had at most, into a file. */
import { writeFileSync } from 'node:fs';

const file = process.env.MYRIAD_BENCH_MEMORY;
process.on('exit', () => {
  // The kernel's own figure, in KiB.
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
