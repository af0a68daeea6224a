import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { printFigure } from './figure.ts';

/**
 * The cheap sweep of 10,000 simulated instances in 3,000 clusters over direct TCP, with its store, pinned to one core; the
 * simulator has the other.
 */
const servers = Number(process.env.SWEEP_SERVERS ?? 10_000);
const clusters = Math.ceil(servers * 0.3);
const periodSeconds = Number(process.env.SWEEP_PERIOD ?? 10);
const periodsMeasured = Number(process.env.SWEEP_PERIODS ?? 6);

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const onCore = (core: number, ...argv: readonly string[]) =>
  spawn('taskset', ['-c', String(core), process.execPath, ...process.execArgv, ...argv], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });

const login = ['--user', 'watch', '--password', 'secret'];
const shape = ['--servers', String(servers), '--clusters', String(clusters)];
const simulator = onCore(1, here('../lab/src/simulator/run-simulator.ts'), ...shape, ...login);
try {
  const [ready] = await once(createInterface({ input: simulator.stdout }), 'line');
  const { port } = JSON.parse(String(ready));
  const sweep = onCore(
    0,
    here('sweep-platform.ts'),
    ...[servers, clusters, port, periodSeconds, periodsMeasured].map(String),
  );
  const lines: Record<string, unknown>[] = [];
  for await (const line of createInterface({ input: sweep.stdout })) {
    lines.push(JSON.parse(line));
    process.stderr.write(`${line}\n`);
  }
  const found = lines.find(({ phase }) => phase === 'measured');
  if (!found) throw new Error('the sweep ended before it was measured');
  const { cores, rss_mb, loop_worst_ms, periods, connections } = found as {
    cores: number;
    rss_mb: number;
    loop_worst_ms: number;
    connections: number;
    periods: { looks: number; leftOut: number; worstLateMilliseconds: number }[];
  };
  const late = Math.max(...periods.map(({ worstLateMilliseconds }) => worstLateMilliseconds));
  const looks = Math.min(...periods.map((period) => period.looks));
  const leftOut = periods.reduce((sum, period) => sum + period.leftOut, 0);
  const of = { servers, periodSeconds, connections, looks, leftOut };
  printFigure({
    name: 'sweep-10000 worst lateness',
    value: late / 1000 / periodSeconds,
    unit: 'periods',
    bar: 0.5,
    detail: of,
  });
  printFigure({ name: 'sweep-10000 processor', value: cores, unit: 'cores', bar: 1, detail: of });
  printFigure({ name: 'sweep-10000 memory', value: rss_mb, unit: 'MB', bar: 600, detail: of });
  printFigure({
    name: 'sweep-10000 loop blocked at worst',
    value: loop_worst_ms,
    unit: 'ms',
    bar: 50,
    detail: of,
  });
} finally {
  simulator.kill();
}
