import { readdirSync, readFileSync } from 'node:fs';
import { printFigure } from './figure.ts';
import { startScratchPlatform } from './scratch-platform.ts';

const idleSeconds = 30;

/** Resident memory in MB (10^6 bytes) as the kernel counts it, `VmRSS` of proc(5). */
const residentMb = (pid: number): number =>
  (Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024) / 1e6;

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false; // ended since the listing
      }
    });

await using platform = await startScratchPlatform();
await new Promise((wake) => setTimeout(wake, idleSeconds * 1_000));
const server = platform.process().id.pid;
const engine = childrenOf(server);
const parts = {
  server_mb: Math.round(residentMb(server)),
  engine_mb: Math.round(engine.map(residentMb).reduce((a, b) => a + b, 0)),
};
printFigure({ name: 'idle-memory', value: residentMb(server) + parts.engine_mb, unit: 'MB', bar: 350, detail: parts });
