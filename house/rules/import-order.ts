import { posix } from 'node:path';
import { isTestFile, type Rule, withoutComments } from '../rule.ts';
import type { SourceFile } from '../source-files.ts';

/** A slice imports only slices before it. */
const slices = [
  'auth',
  // Of a person, and of nothing else.
  'saved-filters',
  'metadata',
  'paths',
  'tasks',
  // Kinds of findings come as data, so whoever looks may report to it.
  'findings',
  'notifications',
  'tickets',
  'hosts',
  'instances',
  // Looks at instances and reports to findings.
  'sweeps',
  // Records what it found, then lets sweeps look deeply.
  'adoption',
  // Sampled over the connections the sweep keeps.
  'metrics',
  // Told of each deep look, keeps what people say of schemas, tables and columns.
  'dictionary',
  'standards',
  'logs',
  'accounts',
  'backups',
  'entry-points',
  'high-availability',
  'sql-review',
  'sql-change',
  'query',
  'slow-log',
  'inspection',
  'lifecycle',
  'sharding',
  'migration',
  'integrations',
  // Ask the doors of all of them; nobody asks these.
  'today',
  'self-check',
  // Looks at the rows of every slice; edits are handed to it.
  'tables',
  'demo',
];

const server = 'apps/server/src/';
const capabilities = `${server}capabilities/`;

export const importsOf = (text: string): readonly string[] =>
  [...withoutComments(text).matchAll(/\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map((match) => match[1] ?? '');

/** Which packages of ours a room may name. */
const packagesFor: readonly (readonly [prefix: string, allowed: RegExp])[] = [
  ['packages/', /^@myriad\/(contract|mysql|paths|runbook|sql|sql-review|binlog|slow-log|topology)$/],
  [server, /^@myriad\/(contract|mysql|paths|runbook|sql|sql-review|binlog|slow-log|topology)$/],
  ['apps/web/', /^@myriad\/contract$/],
  ['apps/cli/', /^@myriad\/(contract|server|lab|mysql|paths|sql|sql-review)$/],
];

function faultOf(from: string, imported: string): string | undefined {
  if (imported.startsWith('@myriad/')) {
    const rule = packagesFor.find(([prefix]) => from.startsWith(prefix));
    return !rule || rule[1].test(imported) ? undefined : `must not know ${imported}`;
  }
  if (!imported.startsWith('.')) return undefined;
  const to = posix.normalize(posix.join(posix.dirname(from), imported));
  const [room, name] = from.split('/');
  if (!to.startsWith(`${room}/${name}/`) && (room === 'packages' || room === 'apps'))
    return `reaches into ${to}: name the package instead`;
  return from.startsWith(server) ? faultInServer(from, to) : undefined;
}

function faultInServer(from: string, to: string): string | undefined {
  if (from.startsWith(`${server}platform/`) && !to.startsWith(`${server}platform/`))
    return `platform must not know ${to}`;
  if (!from.startsWith(capabilities)) return undefined;
  const own = from.slice(capabilities.length).split('/')[0] ?? '';
  if (!slices.includes(own)) return `the slice ${own} has no place in the order of house/rules/import-order.ts`;
  if (!to.startsWith(capabilities)) return to.startsWith(`${server}platform/`) ? undefined : `must not know ${to}`;
  const [slice = '', ...rest] = to.slice(capabilities.length).split('/');
  if (slice === own) return undefined;
  if (slices.indexOf(slice) > slices.indexOf(own)) return `${own} comes before ${slice}`;
  return rest.join('/') === 'index.ts' ? undefined : `${slice} is entered by its door only, not by ${rest.join('/')}`;
}

const check = ({ path, text }: SourceFile): readonly string[] => {
  if (!/^(packages|apps)\/.*\.tsx?$/.test(path) || isTestFile(path)) return [];
  return importsOf(text).flatMap((imported) => faultOf(path, imported) ?? []);
};

export const importOrder: Rule = {
  id: 'import-order',
  why: 'A room that imports a later one, or a slice past its door, ties two things that must be able to change alone.',
  check,
  bad: [
    { path: `${capabilities}auth/a.ts`, text: "import { x } from '../tickets/index.ts';" },
    { path: `${capabilities}tickets/a.ts`, text: "import type { x } from '../auth/store/users.ts';" },
    { path: `${capabilities}tickets/a.ts`, text: "import { x } from '../../app.ts';" },
    { path: `${capabilities}nowhere/a.ts`, text: "import { x } from './b.ts';" },
    { path: `${server}platform/http/a.ts`, text: "import {\n  x,\n} from '../../capabilities/auth/index.ts';" },
    { path: 'packages/runbook/src/a.ts', text: "import { x } from '@myriad/server';" },
    { path: 'packages/runbook/src/a.ts', text: "const x = await import('../../paths/src/index.ts');" },
    { path: 'apps/web/src/a.tsx', text: "import { x } from '@myriad/lab';" },
  ],
  good: [
    { path: `${capabilities}tickets/a.ts`, text: "import { x } from '../auth/index.ts';\nimport { y } from './b.ts';" },
    {
      path: `${capabilities}auth/a.ts`,
      text: "// from '../tickets/index.ts'\nimport { x } from '../../platform/x.ts';",
    },
    { path: 'packages/paths/src/a.ts', text: "import { x } from '@myriad/contract';" },
  ],
};
