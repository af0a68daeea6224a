import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findingsOf, graphOf, limitsOf, splitIntoClusters } from '../src/index.ts';
import { casesFolder, listCases, readCase, type TopologyCase } from './read-case.ts';

/** What the engine makes of a case, as it stands in expected.txt. */
export function printCase({ about, servers, context }: TopologyCase): string {
  const graph = graphOf(servers);
  const findings = findingsOf(servers, context);
  const clusters = splitIntoClusters(servers).length;
  const lines = [
    `# ${about}`,
    `shape ${graph.shape}${clusters > 1 ? ` (${clusters} clusters)` : ''}`,
    '',
    ...graph.nodes.map(
      ({ name, role, state, version, writable }) =>
        `${JSON.stringify(name)} ${role} ${state}${version ? ` ${version}` : ''}${writable ? ' writable' : ''}`,
    ),
    ...graph.edges.map(({ from, to, channel, seenBy, state, lagSeconds }) => {
      const lag = lagSeconds === null ? '' : ` ${lagSeconds} s`;
      return `${from} -> ${to}${channel ? ` (${JSON.stringify(channel)})` : ''} ${seenBy} ${state}${lag}`;
    }),
    '',
    ...findings.map(({ grade, code, on, words }) => {
      const where = on.entity === 'cluster' ? 'cluster' : on.id;
      return `${grade.padEnd(4)} ${code} ${where}\n     ${words.en}\n     ${words.zh}`;
    }),
    ...limitsOf(servers, findings).map(
      ({ act, on, code }) => `no   ${act} ${on ?? 'cluster'}${code ? ` ${code}` : ''}`,
    ),
  ];
  return `${lines.join('\n').trim()}\n`;
}

// `node testing/print-case.ts NAME…` writes what is found into expected.txt, to be read before it is committed.
if (import.meta.main) {
  const named = process.argv.slice(2);
  for (const name of named.length > 0 ? named : listCases())
    writeFileSync(path.join(casesFolder, name, 'expected.txt'), printCase(readCase(name)));
}
