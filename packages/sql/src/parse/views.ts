import type { AlterView, CreateView } from '../ast/views.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectAll,
  expectOneOf,
  fail,
  is,
  isAhead,
  mysqlSince,
  refuse,
  signOf,
  startOf,
} from './cursor.ts';
import { parseDefiner } from './definer.ts';
import type { StatementStart } from './families.ts';
import { parseNameList, parseQualifiedName } from './names.ts';
import { parseQuery } from './query.ts';

/** CREATE and ALTER VIEW, in all forms. */
export function parseView(p: Cursor): CreateView | AlterView {
  const start = startOf(p);
  const kind = accept(p, 'ALTER') ? 'alter-view' : 'create-view';
  if (kind === 'create-view') expect(p, 'CREATE');
  const orReplace = kind === 'create-view' && acceptAll(p, 'OR', 'REPLACE');
  const head = parseHead(p);
  const form = parseForm(p);
  const ifNotExists = kind === 'create-view' && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  if (p.mysql && orReplace && ifNotExists) fail(p, 'either OR REPLACE or IF NOT EXISTS');
  const name = parseQualifiedName(p, 'a view');
  if (is(p, '(') && isAhead(p, 1, ')')) fail(p, 'columns');
  const columns = parseNameList(p);
  expect(p, 'AS');
  const query = parseQuery(p);
  const into = query.into ?? (query.body.kind === 'select' ? query.body.into : undefined);
  if (p.mariadb && (into ?? query.procedure) !== undefined) refuse(p, into ?? query, 'no INTO and PROCEDURE in a view');
  const check = parseCheckOption(p);
  const end = endOf(p);
  return { kind, start, end, orReplace, ...head, form, ifNotExists, name, columns, query, check };
}

function parseHead(p: Cursor): Pick<CreateView, 'algorithm' | 'definer' | 'security'> {
  let algorithm: CreateView['algorithm'];
  if (accept(p, 'ALGORITHM')) {
    expect(p, '=');
    algorithm = expectOneOf(p, 'UNDEFINED', 'MERGE', 'TEMPTABLE');
  }
  let definer: CreateView['definer'];
  if (accept(p, 'DEFINER')) {
    expect(p, '=');
    definer = parseDefiner(p);
  }
  const security = acceptAll(p, 'SQL', 'SECURITY') ? expectOneOf(p, 'DEFINER', 'INVOKER') : undefined;
  return { algorithm, definer, security };
}

function parseForm(p: Cursor): CreateView['form'] {
  if (accept(p, 'VIEW')) return 'VIEW';
  if (!mysqlSince(p, 90_000)) return fail(p, 'VIEW');
  if (acceptAll(p, 'MATERIALIZED', 'VIEW')) return 'MATERIALIZED VIEW';
  expect(p, 'JSON');
  accept(p, 'RELATIONAL');
  expectAll(p, 'DUALITY', 'VIEW');
  return 'JSON DUALITY VIEW';
}

function parseCheckOption(p: Cursor): CreateView['check'] {
  if (!accept(p, 'WITH')) return undefined;
  const how = acceptOneOf(p, 'CASCADED', 'LOCAL');
  expectAll(p, 'CHECK', 'OPTION');
  return how === undefined ? 'WITH CHECK OPTION' : `WITH ${how} CHECK OPTION`;
}

const between: ReadonlySet<string> = new Set(
  'OR REPLACE ALGORITHM DEFINER SQL SECURITY JSON RELATIONAL DUALITY MATERIALIZED VIEW'.split(' '),
);

/** Whether what is made or changed here is a view: no other object has these words before its own. */
function concernsView(p: Cursor): boolean {
  if (!between.has(signOf(p, 1))) return false;
  for (let ahead = 1; ahead <= 20; ahead += 1) {
    const sign = signOf(p, ahead);
    if (sign === 'VIEW') return true;
    if (sign === 'TABLE' || sign === 'PROCEDURE' || sign === 'FUNCTION' || sign === 'TRIGGER' || sign === 'EVENT')
      return false;
  }
  return false;
}

export const viewFamily: readonly StatementStart[] = [
  { words: ['CREATE'], when: concernsView, parse: parseView },
  { words: ['ALTER'], when: concernsView, parse: parseView },
];
