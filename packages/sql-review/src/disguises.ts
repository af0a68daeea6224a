import { type Dialect, type Identifier, type Node, parseStatement, splitScript, walk } from '@myriad/sql';
import type { CaseFacts } from './cases.ts';

/** What stands as an identifier but is a word of the server: engines, character sets, collations, variables, plug-ins. */
const serverWords: ReadonlySet<string> = new Set([
  'setting', 'convert-charset', 'column-attribute', 'option', 'set-names', 'set-charset', 'auth-factor', 'change-plugin',
  'explain', 'show', 'define-library', 'condition-value',
]); // biome-ignore format: a list

/** Nobody chose the name of the primary key. */
const isOfServer = ({ name }: Identifier): boolean => name.toUpperCase() === 'PRIMARY';

function namesOf(root: Node): readonly Identifier[] {
  const found: Identifier[] = [];
  const words = new Set<Node>();
  walk(root, (node, parent) => {
    if (node.kind === 'binary' && 'operator' in node && node.operator === 'COLLATE' && 'right' in node)
      words.add(node.right as Node);
    if (node.kind === 'set-variable' && 'target' in node && 'value' in node) {
      words.add(node.target as Node);
      // SET x = off: a word, though it is read as a column.
      if ((node.value as Node).kind === 'column') words.add(node.value as Node);
    }
    if (words.has(node) || serverWords.has(parent?.kind ?? '')) {
      // A statement that is explained has names of its own.
      if (parent?.kind !== 'explain' || node.kind === 'identifier') return 'skip';
    }
    if (node.kind === 'identifier' && !isOfServer(node as Identifier)) found.push(node as Identifier);
    return undefined;
  });
  return found;
}

function replaceNames(text: string, dialect: Dialect, prefix: string): string {
  const names = [...splitScript(text, dialect)].flatMap((part) =>
    namesOf(parseStatement(text, dialect, part.from, part.end).statement),
  );
  const write = ({ name }: Identifier) => `\`${prefix}${name.replaceAll('`', '``')}\``;
  return names
    .sort((a, b) => b.start - a.start)
    .reduce((changed, name) => changed.slice(0, name.start) + write(name) + changed.slice(name.end), text);
}

/** Facts speak of the same things under their other names. */
function renameFacts({ plan, statistics, instance }: CaseFacts, prefix: string): CaseFacts {
  const rename = (name: string) =>
    name.startsWith('<') || name === 'PRIMARY'
      ? name
      : name
          .split('.')
          .map((one) => prefix + one)
          .join('.');
  const renameKeys = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key === 'primary' ? key : rename(key), value]));
  const tables = Object.entries(statistics ?? {}).map(([key, { indexes = {}, columns = {}, ...rest }]) => [
    rename(key),
    { ...rest, indexes: renameKeys(indexes), columns: renameKeys(columns) },
  ]);
  return {
    ...(plan && {
      plan: {
        ...plan,
        steps: plan.steps.map((step) => ({
          ...step,
          table: rename(step.table),
          key: step.key && rename(step.key),
          possibleKeys: step.possibleKeys.map(rename),
        })),
      },
    }),
    ...(statistics && { statistics: Object.fromEntries(tables) }),
    ...(instance && {
      instance: {
        ...instance,
        ...(instance.transactions && {
          transactions: instance.transactions.map((one) => ({ ...one, tables: one.tables.map(rename) })),
        }),
      },
    }),
  };
}

export interface Disguise {
  readonly how: 'renamed' | 'quoted' | 'nested';
  readonly sql: string;
  readonly ddl: string;
  readonly facts: CaseFacts;
}

type Bare = Omit<Disguise, 'how'>;

/** The same text with other names, in quotes, and as a common table: a rule must see through all of them. */
export function disguisesOf({ sql, ddl, facts }: Bare, dialect: Dialect): readonly Disguise[] {
  const parts = [...splitScript(sql, dialect)];
  const { statement } = parseStatement(sql, dialect);
  const isNested = parts.length === 1 && statement.kind === 'query' && statement.locks.length === 0;
  const all: readonly Disguise[] = [
    {
      how: 'renamed',
      sql: replaceNames(sql, dialect, 'n_'),
      ddl: replaceNames(ddl, dialect, 'n_'),
      facts: renameFacts(facts, 'n_'),
    },
    { how: 'quoted', sql: replaceNames(sql, dialect, ''), ddl, facts },
    ...(isNested
      ? [{ how: 'nested', sql: `WITH seen AS (${sql}) SELECT one FROM seen WHERE one = 1`, ddl, facts } as const]
      : []),
  ];
  const isRead = (text: string) =>
    [...splitScript(text, dialect)].every(
      (part) => parseStatement(text, dialect, part.from, part.end).statement.kind !== 'unknown',
    );
  return all.filter((one) => isRead(one.sql));
}
