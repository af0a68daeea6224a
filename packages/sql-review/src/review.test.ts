import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, isReserved, lex, type Token, TokenType, tokenAt } from '@myriad/sql';
import { readCases } from './cases.ts';
import { reviewScript } from './review.ts';
import { at, defineRule } from './rule.ts';
import { allRules } from './rules/all-rules.ts';
import { readSchema } from './schema/apply-statement.ts';

const dialect = dialects['mysql-9'];
const why = { en: 'A test.', zh: '测试。' };
const review = (text: string) => reviewScript(text, { dialect });
const rulesOf = (text: string) => review(text).map(({ findings }) => findings.map(({ rule }) => rule));

test('each statement has its own line, text and score', () => {
  const [first, second] = review('select id from t where id = 1;\n\n-- why\ndelete from t;\n');
  assert.deepEqual([first?.line, first?.score, first?.sql], [1, 100, 'select id from t where id = 1']);
  assert.deepEqual([second?.line, second?.sql], [4, 'delete from t']);
  assert.ok((second?.score ?? 100) <= 20);
});

test('what cannot be read is not reviewed, and says so', () => {
  const [one] = review('selec id from t');
  assert.equal(one?.score, null);
  assert.deepEqual(
    one?.findings.map(({ rule }) => rule),
    ['statement-unparsable'],
  );
  assert.equal(one?.confidence.isComplete, false);
});

test('a rule that throws has failed, and the others still speak', () => {
  const broken = defineRule({
    id: 'broken',
    grade: 'W',
    theme: 'query-shape',
    why,
    on: ['delete'],
    check: () => {
      throw new Error('no such thing');
    },
  });
  const [one] = reviewScript('delete from t', { dialect, rules: [broken, ...allRules] });
  assert.deepEqual(one?.failed, [{ rule: 'broken', message: 'no such thing' }]);
  assert.equal(one?.confidence.isComplete, false);
  assert.ok(one?.findings.some(({ rule }) => rule === 'dml-no-where'));
});

test('a comment with a reason excuses its own statement from one rule', () => {
  const excused = [
    '-- review:ignore dml-no-where a staging table\nupdate t set a = 1;',
    'update /* review:ignore dml-no-where a staging table */ t set a = 1;',
    'update t set a = 1; -- review:ignore dml-no-where a staging table',
  ];
  for (const text of excused) {
    assert.deepEqual(rulesOf(text), [[]], text);
    const [said, ...others] = review(text)[0]?.suppressed ?? [];
    assert.deepEqual([said?.rule, said?.reason, others], ['dml-no-where', 'a staging table', []], text);
    assert.match(text.slice(said?.start, said?.end), /^(?:--|\/\*) review:ignore/);
    const [told, ...more] = review(text)[0]?.excused ?? [];
    assert.deepEqual([told?.rule, told?.grade, told?.reason, more], ['dml-no-where', 'X', 'a staging table', []], text);
  }
  assert.deepEqual(rulesOf('update t set a = 1; -- review:ignore dml-no-where staging\nupdate u set a = 1;'), [
    [],
    ['dml-no-where', 'changes-without-transaction'],
  ]);
  assert.deepEqual(rulesOf('-- review:ignore dml-no-where\nupdate t set a = 1;'), [['excuse-unclear', 'dml-no-where']]);
  assert.deepEqual(rulesOf('-- review:ignore dml-no-where, select-star staging\nupdate t set a = 1;'), [[]]);
  assert.deepEqual(rulesOf("select 'review:ignore dml-no-where x'; update t set a = 1;"), [[], ['dml-no-where']]);
});

test('a comment that names no rule excuses from nothing, and is told of with its place in every report', () => {
  for (const text of [
    '-- review:ignore dml-nowhere a staging table\ndelete from t;',
    'delete from t; -- review:ignore dml-nowhere, dml-no-where a staging table',
  ]) {
    const [one] = review(text);
    const told = one?.findings.find(({ rule }) => rule === 'excuse-unclear');
    assert.match(text.slice(told?.start, told?.end), /^-- review:ignore/);
    assert.deepEqual(
      [told?.grade, told?.message],
      [
        'N',
        {
          en: 'There is no rule dml-nowhere: this excuses from nothing.',
          zh: '规则 dml-nowhere 不存在，该注释不起作用。',
        },
      ],
    );
  }
  const off = { 'dml-no-where': { on: false } };
  const [quiet] = reviewScript('-- review:ignore dml-no-where it is small\ndelete from t;', { dialect, policy: off });
  assert.deepEqual(quiet?.findings.filter(({ rule }) => rule === 'excuse-unclear'), []); // biome-ignore format: one line
});

test('a policy turns rules off and on, and changes grade and parameters', () => {
  const text = 'select id from t where id in (1, 2, 3)';
  const policy = { 'in-list-long': { parameters: { maximum: 2 }, grade: 'E' as const } };
  assert.equal(reviewScript(text, { dialect, policy })[0]?.findings[0]?.grade, 'E');
  assert.equal(
    reviewScript('update t set a = 1', { dialect, policy: { 'dml-no-where': { on: false } } })[0]?.score,
    100,
  );
});

test('a rule is asked only about versions it knows, and about facts that are there', () => {
  const finds = {
    grade: 'W',
    theme: 'query-shape',
    why,
    on: ['query'],
    check: (node: { start: number; end: number }) => at(node, 'x', 'x'),
  } as const;
  const old = defineRule({ ...finds, id: 'old', versions: ({ versionNumber }) => versionNumber < 80_000 });
  const schema = defineRule({ ...finds, id: 'schema', tier: 'schema' });
  const ask = (facts = {}, name: keyof typeof dialects = 'mysql-9') =>
    reviewScript('select 1', { dialect: dialects[name], rules: [old, schema], facts })[0];
  assert.deepEqual(ask()?.findings, []);
  assert.equal(ask({}, 'mysql-5.7')?.findings.length, 1);
  const known = ask({ schema: readSchema('create table t (a int)', dialect) });
  assert.deepEqual([known?.findings.length, known?.confidence.tier], [1, 'schema']);
});

/** Case of words and width of gaps: what a formatter changes. */
function reformat(sql: string): string {
  const tokens = lex(sql, dialect);
  let [text, end] = ['', 0];
  for (let place = 0; place < tokens.count; place += 1) {
    const token: Token = tokenAt(tokens, place);
    const isGap = place > 0 && token.start > end;
    const isWord = token.type === TokenType.word && isReserved(token.text, dialect);
    text += `${isGap ? '\n  /* gap */ ' : ''}${isWord ? flip(token.text) : token.text}`;
    end = token.end;
  }
  return text;
}

const flip = (word: string): string => (word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase());

test('case of keywords, white space and comments change nothing', () => {
  let changed = 0;
  for (const { sql, isScript } of readCases()) {
    // A hint is one only right behind its keyword, and a comment of excuse is no ordinary one.
    if (isScript || sql.startsWith('DELIMITER') || sql.includes('/*+') || sql.includes('review:ignore')) continue;
    const [before, after] = [review(sql)[0], review(reformat(sql))[0]];
    if (reformat(sql) !== sql) changed += 1;
    assert.equal(after?.score, before?.score, sql);
    assert.deepEqual(
      after?.findings.map(({ rule }) => rule),
      before?.findings.map(({ rule }) => rule),
      sql,
    );
  }
  assert.ok(changed > 100);
});

test('any statement that is blocked scores under any that is not', () => {
  const reviews = readCases().flatMap(({ sql }) => review(sql));
  const isBlocked = ({ findings }: (typeof reviews)[number]) => findings.some(({ grade }) => grade === 'X');
  const scores = (blocked: boolean) =>
    reviews.filter((one) => isBlocked(one) === blocked).flatMap(({ score }) => score ?? []);
  assert.ok(scores(true).length > 5);
  assert.ok(Math.max(...scores(true)) < Math.min(...scores(false)));
});
