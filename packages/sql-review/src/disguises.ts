import { type Dialect, type Identifier, type Node, parseStatement, type Statement, walk } from '@myriad/sql';

/** What stands as an identifier but is a word of the server: engines, character sets, collations. */
const serverWords: ReadonlySet<string> = new Set(['setting', 'convert-charset', 'column-attribute', 'option']);

function namesOf(statement: Statement): readonly Identifier[] {
  const found: Identifier[] = [];
  const collations = new Set<Node>();
  walk(statement, (node, parent) => {
    if (node.kind === 'binary' && 'operator' in node && node.operator === 'COLLATE' && 'right' in node)
      collations.add(node.right as Node);
    if (collations.has(node) || serverWords.has(parent?.kind ?? '')) return 'skip';
    if (node.kind === 'identifier') found.push(node as Identifier);
    return undefined;
  });
  return found;
}

function replaceNames(sql: string, statement: Statement, prefix: string): string {
  const names = [...namesOf(statement)].sort((a, b) => b.start - a.start);
  const write = ({ name }: Identifier) => `\`${prefix}${name.replaceAll('`', '``')}\``;
  return names.reduce((text, name) => text.slice(0, name.start) + write(name) + text.slice(name.end), sql);
}

export interface Disguise {
  readonly how: 'renamed' | 'quoted' | 'nested';
  readonly sql: string;
}

/** The same statement with other names, in quotes, and as a common table: a rule must see through all of them. */
export function disguisesOf(sql: string, dialect: Dialect): readonly Disguise[] {
  const { statement } = parseStatement(sql, dialect);
  const isNested = statement.kind === 'query' && statement.locks.length === 0;
  const all: readonly Disguise[] = [
    { how: 'renamed', sql: replaceNames(sql, statement, 'n_') },
    { how: 'quoted', sql: replaceNames(sql, statement, '') },
    ...(isNested ? [{ how: 'nested', sql: `WITH seen AS (${sql}) SELECT one FROM seen WHERE one = 1` } as const] : []),
  ];
  return all.filter((one) => parseStatement(one.sql, dialect).statement.kind !== 'unknown');
}
