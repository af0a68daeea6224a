import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { SimulatedServer } from './simulated-server.ts';
import { startSimulator } from './start-simulator.ts';

/**
 * The simulator as a process of its own: `node run-simulator.ts --servers 10000 --clusters 3000`. Prints one JSON line when
 * it listens, then takes JSON lines: `{"index": 5, "set": {"readOnly": false}}`, `{"index": 5, "cut": true}`, `{"ask": true}`.
 */
const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '10000' },
    clusters: { type: 'string', default: '3000' },
    first: { type: 'string', default: '127.80.0.1' },
    user: { type: 'string' },
    password: { type: 'string', default: '' },
  },
});

let statements = 0;
const simulator = await startSimulator({
  servers: Number(values.servers),
  clusters: Number(values.clusters),
  firstAddress: values.first,
  ...(values.user === undefined
    ? {}
    : { account: { user: values.user, password: values.password, plugin: 'caching_sha2_password' as const } }),
  onStatement: () => {
    statements += 1;
  },
});
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
say({ port: simulator.port, pid: process.pid });

interface Order {
  readonly index?: number;
  readonly set?: Partial<SimulatedServer>;
  readonly cut?: boolean;
  readonly ask?: boolean;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { index, set, cut, ask } = JSON.parse(line) as Order; // from the bench or test that started us
  const server = index === undefined ? undefined : simulator.fleet[index];
  if (server && set) Object.assign(server, set);
  if (server && cut) simulator.cut(server.index);
  if (ask) {
    const { rss } = process.memoryUsage();
    say({ connections: simulator.connections(), statements, rssBytes: rss, cpu: process.cpuUsage() });
  }
}
await simulator[Symbol.asyncDispose]();
