import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { readSchema } from '../schema/apply-statement.ts';
import { isCoveredBy } from '../schema/redundant-index.ts';
import { adviseIndexes } from './advise-indexes.ts';

const dialect = dialects['mysql-9'];
const columns = ['a', 'b', 'c', 'd', 'e'];

/** Numbers that a seed decides. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function makeSet(seed: number): { readonly ddl: string; readonly text: string } {
  const random = makeRandom(seed);
  const column = () => columns[random(columns.length)] ?? 'a';
  const table = (name: string) => {
    const keys = Array.from(
      { length: random(3) },
      (_, at) => `, key k${at} (${[...new Set([column(), column()])].join(', ')})`,
    );
    return `create table ${name} (id int primary key, ${columns.map((one) => `${one} int not null`).join(', ')}${keys.join('')}) engine=innodb;`;
  };
  const condition = (of: string) =>
    [`${of}.${column()} = 1`, `${of}.${column()} > 5`, `${of}.${column()} in (1, 2)`, `(${of}.a = 1 or ${of}.b = 2)`][
      random(4)
    ];
  const statement = () => {
    const where = [condition('t'), ...(random(2) ? [condition('t')] : [])].join(' and ');
    if (random(3) === 0)
      return `select t.id from t join u on t.${column()} = u.${column()} where ${where} and ${condition('u')}`;
    const end = [
      '',
      ` order by t.${column()} limit 5`,
      ` group by t.${column()}`,
      ` order by t.${column()}, t.${column()} desc limit 3`,
    ][random(4)];
    return end?.startsWith(' group')
      ? `select count(*) from t where ${where}${end}`
      : `select t.${column()} from t where ${where}${end}`;
  };
  return { ddl: table('t') + table('u'), text: Array.from({ length: 1 + random(6) }, statement).join(';\n') };
}

test('what is advised is taken, and nothing more is advised; no index is the beginning of another', () => {
  let advised = 0;
  for (let seed = 1; seed <= 120; seed += 1) {
    const { ddl, text } = makeSet(seed);
    const ask = (more: string) =>
      adviseIndexes([{ name: '', text }], { dialect, facts: { schema: readSchema(ddl + more, dialect) } }).advice;
    const first = ask('');
    advised += first.length;
    const more = first.map((one) => `${one.ddl};`).join('');
    const again = ask(more);
    assert.deepEqual(
      again.map((one) => one.ddl),
      [],
      `${seed}: ${ddl}\n${text}\n${more}`,
    );
    const schema = readSchema(ddl + more, dialect);
    for (const table of schema.listTables())
      for (const { index: name } of first.filter((one) => one.table === table.name)) {
        const own = table.indexes.find((index) => index.name === name);
        assert.ok(own);
        for (const other of table.indexes)
          if (other !== own)
            assert.ok(!isCoveredBy(own, other, table.indexes), `${seed}: ${name} begins ${other.name}`);
      }
  }
  assert.ok(advised > 120, `${advised}`);
});
