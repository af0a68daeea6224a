import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dropAccountStatement,
  levelGrants,
  levelStatements,
  parseVersion,
  type SqlRunner,
  send,
  statementCatalogue,
  statementShape,
} from '../index.ts';
import { defineStatement, StatementUnknown } from './statement.ts';

const versions = [
  '5.7.44',
  '8.0.22',
  '8.0.36',
  '8.4.3',
  '9.7.4',
  '10.6.16-MariaDB',
  '10.11.8-MariaDB',
  '11.4.2-MariaDB',
].map((text) => parseVersion(text));

test('names are unique, and every statement is sent to some version', () => {
  const names = statementCatalogue.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, texts } of statementCatalogue)
    assert.ok(
      versions.some((version) => texts(version).length > 0),
      name,
    );
  assert.ok(names.length > 40, `${names.length}`);
});

test('what only looks says so by its first word', () => {
  for (const { name, changes, texts } of statementCatalogue)
    for (const version of versions)
      for (const text of texts(version)) {
        // Of our own statement that ran over its time KILL QUERY is no change; of somebody's, by a ticket, it is.
        if (/^kill query\b/i.test(text)) continue;
        assert.equal(changes === 'nothing', /^(select|show|explain)\b/i.test(text), `${name}: ${text}`);
        if (changes === 'session') assert.match(text, /^(set session|use)\b/i, name);
      }
});

test('nothing sent at observe changes a server, and every statement there has a limit', () => {
  for (const { name, sentBy, changes, limitSeconds } of statementCatalogue)
    if (sentBy.some((sender) => sender === 'glance' || sender === 'metrics' || sender === 'portrait')) {
      assert.notEqual(changes, 'server', name);
      if (name !== 'server.version') assert.ok((limitSeconds ?? 99) <= 20, name);
    }
});

test('no statement ever names a column that holds a password’s hash, but to compare it inside the server', () => {
  for (const { name, texts } of statementCatalogue)
    for (const version of versions)
      for (const text of texts(version)) {
        // SHOW GRANTS alone is of our own account, whose password we have anyway; its hash is cut off where it is read.
        assert.doesNotMatch(text, /select\s+\*\s+from\s+mysql\.user|show grants\b.|global_priv/i, name);
        assert.doesNotMatch(text.replaceAll("WHERE authentication_string = ''", ''), /authentication_string/i, name);
      }
});

test('what is sent is what is listed; what a version does not know is not sent', async () => {
  const sent: string[] = [];
  const sql: SqlRunner = {
    query: async (text) => {
      sent.push(text);
      return [];
    },
  };
  const some = defineStatement({
    name: 'test.only-mysql',
    why: { en: 'A test.', zh: '测试。' },
    sentBy: ['live'],
    changes: 'nothing',
    text: ({ flavor }) => (flavor === 'mysql' ? 'SELECT 1' : undefined),
  });
  const [first] = versions;
  assert.ok(first);
  await send(sql, first, some);
  assert.deepEqual(sent, some.texts(first));
  await assert.rejects(send(sql, parseVersion('10.6.1-MariaDB'), some), StatementUnknown);
});

test('the shape of a statement is the same whatever its values', () => {
  assert.equal(
    statementShape("SELECT  a\n FROM t1 WHERE b = 'it''s' AND c IN (1, 2,3)"),
    'select a from t1 where b = ? and c in (?)',
  );
  assert.equal(statementShape('SELECT x LIMIT 10;'), statementShape('select x limit 2001'));
  assert.notEqual(statementShape('SELECT a'), statementShape('SELECT b'));
});

test('no level asks for SUPER, but HA on 5.7, which says so', () => {
  for (const version of versions)
    for (const level of ['observe', 'back-up', 'operate', 'ha'] as const) {
      const grants = levelGrants(version, level);
      const mighty = grants.filter(({ privileges }) =>
        privileges.some((name) => name === 'SUPER' || /^ALL/.test(name)),
      );
      assert.equal(mighty.length > 0, version.text === '5.7.44' && level === 'ha', `${version.text} ${level}`);
      for (const { why } of mighty) assert.match(`${why.en} ${why.zh}`, /SUPER.*SUPER/);
    }
});

test('no level but back-up reads users’ data', () => {
  for (const version of versions)
    for (const level of ['observe', 'operate', 'ha'] as const)
      for (const { privileges, on } of levelGrants(version, level))
        if (privileges.some((privilege) => /^SELECT\b|REPLICATION SLAVE$/.test(privilege)))
          assert.match(on, /^(performance_schema\.\*|sys\.\*|mysql\.(user|db|event|global_grants))$/, `${level} ${on}`);
});

test('statements to paste quote hostile names and leave a place for the password', () => {
  const [version] = versions;
  assert.ok(version);
  const [create] = levelStatements(version, 'observe', { user: "o'brien", host: '10.0.%', demands: 'tls' });
  assert.equal(create?.sql, "CREATE USER 'o''brien'@'10.0.%' IDENTIFIED BY '<password>' REQUIRE SSL");
  assert.throws(() => levelStatements(version, 'observe', { user: 'a\\', host: '%' }));
  assert.equal(dropAccountStatement({ user: "o'brien", host: '%' }), "DROP USER IF EXISTS 'o''brien'@'%'");
});
