import { isTestFile, type Rule, withoutComments } from '../rule.ts';
import type { SourceFile } from '../source-files.ts';

const server = 'apps/server/src/';

/** A rule of the form: this may stand only there. */
function onlyThere(rule: {
  readonly id: string;
  readonly why: string;
  readonly looksAt: (path: string) => boolean;
  readonly allowed: (path: string) => boolean;
  readonly what: RegExp;
  readonly bad: readonly SourceFile[];
  readonly good: readonly SourceFile[];
  readonly notYet?: readonly string[];
}): Rule {
  const { id, why, bad, good, notYet = [], what } = rule;
  return {
    id,
    why,
    bad,
    good,
    notYet,
    check: ({ path, text }) => {
      if (!path.endsWith('.ts') || isTestFile(path) || !rule.looksAt(path) || rule.allowed(path)) return [];
      return [...withoutComments(text).matchAll(what)].map((match) => `has ${match[0]}`);
    },
  };
}

const inServer = (path: string) => path.startsWith(server);
const inSlice = (path: string) => path.startsWith(`${server}capabilities/`);

export const tablesInStore = onlyThere({
  id: 'tables-in-store',
  why: 'Every statement that touches a slice’s tables stands in its store, so that a column has one place to change.',
  looksAt: inSlice,
  allowed: (path) => /\/(store|tables|migrations)\.ts$|\/store\//.test(path),
  what: /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(/g,
  bad: [{ path: `${server}capabilities/auth/a.ts`, text: "await tx\n  .insertInto('user')\n  .execute();" }],
  good: [{ path: `${server}capabilities/auth/store/a.ts`, text: "db.selectFrom('user')" }],
  notYet: [],
});

export const environmentInConfig = onlyThere({
  id: 'environment-in-config',
  why: 'Configuration is read once, with all faults together; a variable read elsewhere is one nobody documents.',
  looksAt: inServer,
  allowed: (path) => path === `${server}config.ts`,
  what: /process\.env\b/g,
  bad: [{ path: `${server}platform/a.ts`, text: 'const home = process.env.HOME;' }],
  good: [{ path: `${server}config.ts`, text: 'readConfig(process.env)' }],
});

export const timeFromClock = onlyThere({
  id: 'time-from-clock',
  why: 'A test must be able to hold the time.',
  looksAt: inServer,
  allowed: (path) => path.startsWith(`${server}platform/clock/`),
  what: /\bDate\.now\b|\bnew Date\(\)/g,
  bad: [{ path: `${server}capabilities/auth/a.ts`, text: 'const at = Date.now();\nconst b = new Date();' }],
  good: [{ path: `${server}capabilities/auth/a.ts`, text: 'const at = clock.now(); const b = new Date(at);' }],
});

export const httpInRoutes = onlyThere({
  id: 'http-in-routes',
  why: 'A use case that knows HTTP cannot be called by a task, a schedule or a test.',
  looksAt: inSlice,
  allowed: (path) => path.endsWith('/routes.ts'),
  what: /'fastify'|platform\/http\/(?:serve-endpoint|create-http|event-stream|http)\.ts/g,
  bad: [
    {
      path: `${server}capabilities/auth/a.ts`,
      text: "import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';",
    },
  ],
  good: [
    { path: `${server}capabilities/auth/routes.ts`, text: "import type { Http } from '../../platform/http/http.ts';" },
    {
      path: `${server}capabilities/auth/a.ts`,
      text: "import { ProblemError } from '../../platform/http/problem-error.ts';",
    },
  ],
  // They name the type of a credential, which HTTP carries.
  notYet: ['authenticate', 'create-auth'].map((name) => `${server}capabilities/auth/${name}.ts`),
});

export const statementsInCatalogue = onlyThere({
  id: 'statements-in-catalogue',
  why: 'Every statement the platform sends stands in docs/reference/statements.md: what goes past the catalogue is listed nowhere.',
  looksAt: (path) => path.startsWith('packages/mysql/src/') || inSlice(path),
  // The demo's sample schema is a list of statements of its own; a runner that only hands on what it was given sends nothing new.
  allowed: (path) => path === 'packages/mysql/src/catalogue/statement.ts' || path.includes('/capabilities/demo/'),
  what: /\.query\(\s*['"`][^)]*|\.query\((?!sql, )\w+[,)]/g,
  bad: [
    { path: 'packages/mysql/src/a.ts', text: "await sql.query('SHOW STATUS')" },
    { path: `${server}capabilities/instances/steps/a.ts`, text: 'await root.query(\n  `SET GLOBAL x = 1`)' },
    { path: 'packages/mysql/src/a.ts', text: 'await sql.query(statement)' },
  ],
  good: [
    { path: 'packages/mysql/src/a.ts', text: 'await send(sql, version, startReplica)' },
    { path: `${server}capabilities/sweeps/a.ts`, text: 'query: (sql, values) => session.query(sql, values, limits)' },
  ],
});
