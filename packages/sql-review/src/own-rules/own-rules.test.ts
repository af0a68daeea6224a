import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { PolicyFault } from '../policy/policy-fault.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { reviewScript } from '../review.ts';
import { allRules } from '../rules/all-rules.ts';
import { readSchema } from '../schema/apply-statement.ts';

const dialect = dialects['mysql-9'];

const audit = `ownRules:
  - id: shop-no-audit-delete
    grade: X
    theme: change-safety
    words: { en: 'Rows of {name} are never deleted ({tables}).', zh: '{name} 的数据不可删除（{tables}）。' }
    versions: { mysql: { from: '8.0' }, mariadb: false }
    parameters: { tables: ['audit_*'] }
    match:
      kind: named-table
      name: $tables
      within: { kind: delete }
      not: { within: { kind: query } }
    hit: ['delete from audit_log where id = 1', 'delete a from shop.AUDIT_x a join b on a.id = b.id']
    noHit: ['delete from orders', 'select * from audit_log', 'delete from b where id in (select id from audit_log)']
`;

/** The review with the rules of a policy and no others. */
async function findingsOf(text: string, sql: string, facts = {}, name: keyof typeof dialects = 'mysql-9') {
  const { base } = await readPolicy(text);
  const [one] = reviewScript(sql, { dialect: dialects[name], rules: base.ownRules, policy: base.rules, facts });
  return one;
}

test('a rule of one’s own finds what its pattern says, with its words, grade and place', async () => {
  const one = await findingsOf(audit, 'delete from audit_log');
  assert.deepEqual(
    one?.findings.map(({ rule, grade, message, start, end }) => [rule, grade, message.en, message.zh, start, end]),
    [
      [
        'shop-no-audit-delete',
        'X',
        'Rows of audit_log are never deleted (audit_*).',
        'audit_log 的数据不可删除（audit_*）。',
        12,
        21,
      ],
    ],
  );
  assert.ok((one?.score ?? 100) <= 20);
  for (const sql of ['delete from `audit_log`', 'with c as (select 1) delete from Audit_log'])
    assert.equal((await findingsOf(audit, sql))?.findings.length, 1, sql);
});

test('versions, grades and parameters are as for every rule', async () => {
  assert.equal((await findingsOf(audit, 'delete from audit_log', {}, 'mysql-5.7'))?.findings.length, 0);
  assert.equal((await findingsOf(audit, 'delete from audit_log', {}, 'mariadb-10.11'))?.findings.length, 0);
  const changed = `${audit}rules: { shop-no-audit-delete: { grade: W, parameters: { tables: [orders] } } }`;
  const one = await findingsOf(changed, 'delete from orders');
  assert.equal(one?.findings[0]?.grade, 'W');
  assert.equal((await findingsOf(changed, 'delete from audit_log'))?.findings.length, 0);
});

const withMatch = (match: string, hit: string, noHit: string, more = ''): string => `ownRules:
  - id: shop-a-rule
    grade: W
    words: { en: a, zh: 一 }
    match: ${match}
    hit: ['${hit}']
    noHit: ['${noHit}']
${more}`;

for (const [what, match, hit, noHit] of [
  [
    'a field that is absent',
    '{ kind: delete, fields: { where: absent } }',
    'delete from t',
    'delete from t where a = 1',
  ],
  [
    'a field with a value',
    '{ kind: insert, fields: { verb: replace } }',
    'replace t values (1)',
    'insert t values (1)',
  ],
  [
    'how many',
    '{ kind: insert, fields: { rows: { count: { atLeast: 2 } } } }',
    'insert t values (1), (2)',
    'insert t values (1)',
  ],
  ['a node below', '{ kind: query, has: { kind: call, name: sleep } }', 'select a, sleep(1)', 'select a'],
  [
    'every item',
    '{ kind: insert, fields: { rows: { every: { kind: values-row } } } }',
    'insert t values (1)',
    'delete from t',
  ],
  ['any of several', '{ any: [{ kind: delete }, { kind: update }] }', 'update t set a = 1', 'select 1'],
  [
    'all of several',
    '{ all: [{ kind: delete }, { fields: { limit: present } }] }',
    'delete from t limit 1',
    'delete from t',
  ],
  ['the whole statement', '{ kind: statement, not: { kind: query } }', 'delete from t', 'select 1'],
] as const)
  test(`a pattern can say: ${what}`, async () => {
    assert.equal((await readPolicy(withMatch(match, hit, noHit))).base.ownRules.length, 1);
    // The cases are what is tried: the other way round they refuse it.
    await assert.rejects(readPolicy(withMatch(match, noHit, hit)), PolicyFault);
  });

test('facts of a table are asked for where they are known; unknown is no finding, denied or not', async () => {
  const more = '    schema: "create table big (a int) engine = MyISAM; create table ok (a int primary key)"';
  for (const match of [
    '{ kind: named-table, table: { primaryKey: absent } }',
    '{ kind: named-table, not: { table: { primaryKey: present } } }',
    '{ kind: named-table, table: { engine: "my*" } }',
  ]) {
    const text = withMatch(match, 'select a from big', 'select a from ok', more);
    const schema = readSchema('create table mine (a int) engine = MyISAM', dialect);
    assert.equal((await findingsOf(text, 'select 1 from mine', { schema }))?.findings.length, 1);
    assert.equal((await findingsOf(text, 'select 1 from stranger', { schema }))?.findings.length, 0);
    assert.equal((await findingsOf(text, 'select 1 from mine'))?.findings.length, 0);
  }
  const rows = withMatch(
    '{ kind: named-table, table: { rows: { atLeast: 1000 } } }',
    'select a from big',
    'select a from ok',
    '    statistics: { big: { rows: 5000 }, ok: { rows: 1 } }',
  );
  assert.equal((await readPolicy(rows)).base.ownRules.length, 1);
});

for (const [what, text, says, line] of [
  ['its hit finds nothing', withMatch('{ kind: delete }', 'select 1', 'select 2'), /hit 1: it finds nothing/, 2],
  [
    'its no-hit finds something',
    withMatch('{ kind: query }', 'select 1', 'select 2'),
    /noHit 1: it finds something/,
    2,
  ],
  ['a case is no SQL', withMatch('{ kind: query }', 'selec 1', 'select 2'), /hit 1: Not reviewed/, 2],
  [
    'a field is not there',
    withMatch('{ kind: delete, fields: { wher: absent } }', 'delete from t', 'select 1'),
    /delete has no field wher; it has: .*where/,
    2,
  ],
  ['a kind is not there', withMatch('{ kind: delet }', 'delete from t', 'select 1'), /no kind of node: delet/, 5],
  [
    'a parameter is not there',
    withMatch('{ kind: named-table, name: $all }', 'select 1', 'select 1'),
    /no fitting parameter all/,
    5,
  ],
  [
    'it takes the name of a shipped rule',
    audit.replace('shop-no-audit-delete', 'dml-no-where'),
    /is taken: dml-no-where/,
    2,
  ],
  ['it has no case', audit.replace(/hit: \[.*/, 'hit: []'), /needs one case/, 13],
  ['it has no Chinese', audit.replace(/, zh: .*/, ' }'), /words has no zh/, 5],
] as const)
  test(`a rule is refused where ${what}`, async () => {
    await assert.rejects(readPolicy(text), (fault) => {
      assert.ok(fault instanceof PolicyFault);
      assert.match(fault.words.en, says);
      assert.equal(fault.line, line);
      return true;
    });
  });

test('a rule that crashes on what its cases did not show has failed, and the statement did not pass', async () => {
  const text = withMatch(
    '{ all: [{ kind: statement }, { any: [{ kind: delete }, { all: [{ kind: update }, { fields: { wher: absent } }] }] }] }',
    'delete from t',
    'select 1',
  );
  const one = await findingsOf(text, 'update t set a = 1');
  assert.deepEqual(
    one?.failed.map(({ rule }) => rule),
    ['shop-a-rule'],
  );
  assert.equal(one?.confidence.isComplete, false);
});

test('a pattern that looks at too much ends with an error, not with the patience of who waits', async () => {
  const text = withMatch('{ kind: insert, has: { has: { has: { kind: delete } } } }', 'insert t select 1', 'select 1');
  const cheap = text.replace('insert t select 1', 'insert t values (1)');
  await assert.rejects(readPolicy(cheap), /finds nothing/);
  const other = withMatch(
    '{ kind: insert, has: { any: [{ name: a }, { has: { has: { name: a } } }] } }',
    'insert t values (a)',
    'insert t values (b)',
  );
  const sql = `insert t values ${Array.from({ length: 300 }, () => `(${'1+'.repeat(200)}1)`).join(', ')}`;
  const one = await findingsOf(other, sql);
  assert.match(one?.failed[0]?.message ?? '', /looked at more than/);
});

test('no shipped rule stands in the way of the names of own rules', () => {
  assert.ok(allRules.every(({ id }) => !id.startsWith('shop-')));
});
