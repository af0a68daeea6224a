import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DialectName, dialects } from '@myriad/sql';
import type { TableStatistics } from '../facts/statistics.ts';
import { readSchema } from '../schema/apply-statement.ts';
import { adviseIndexes } from './advise-indexes.ts';

const tables = `
create table orders (id bigint primary key, user_id bigint not null, status tinyint not null, created datetime not null,
  total decimal(10,2), email varchar(200), note text, doc json) engine=innodb;
create table item (id bigint primary key, order_id bigint not null, sku varchar(40) not null, quantity int) engine=innodb;
`;

interface Given {
  readonly dialect?: DialectName;
  readonly ddl?: string;
  readonly statistics?: Readonly<Record<string, TableStatistics>>;
}

function advise(text: string, { dialect = 'mysql-8.4', ddl = tables, statistics = {} }: Given = {}) {
  const schema = readSchema(ddl, dialects[dialect]);
  return adviseIndexes([{ name: '', text }], { dialect: dialects[dialect], facts: { schema, statistics } });
}

const partsOf = (text: string, given?: Given) =>
  advise(text, given).advice.map(({ table, parts }) => `${table}(${parts.join(',').replaceAll('`', '')})`);

const shapes: readonly (readonly [sql: string, indexes: readonly string[]])[] = [
  ['select * from orders where user_id = 5', ['orders(user_id)']],
  ["select * from orders where user_id = 5 and created > '2024-01-01'", ['orders(user_id,created)']],
  ["select * from orders where created > '2024-01-01' and user_id = 5", ['orders(user_id,created)']],
  ['select * from orders where user_id = 5 order by created desc limit 10', ['orders(user_id,created)']],
  ['select * from orders order by created limit 10', ['orders(created)']],
  ["select id from orders where email like 'ann%'", ['orders(email)']],
  ['select id from orders where user_id in (1, 2, 3)', ['orders(user_id)']],
  ['select id from orders where user_id = 1 or user_id = 2', ['orders(user_id)']],
  ['select id from orders where total is null and email is null', ['orders(total,email)']],
  ["select id from orders where user_id = 1 or email = 'x'", ['orders(user_id)', 'orders(email)']],
  ["select id from orders where note = 'x'", ['orders(note(64))']],
  ["update orders set total = 1 where email = 'x'", ['orders(email)']],
  ['delete from item where order_id = 7', ['item(order_id)']],
  ['select max(created) from orders where user_id = 7', ['orders(user_id,created)']],
  ['select i.sku from orders o join item i on i.order_id = o.id where o.id = 5', ['item(order_id)']],
  ['select i.sku from orders o join item i using (id) where i.order_id = 4', ['item(order_id)']],
  ['select * from orders o left join item i on i.order_id = o.id where o.id = 5', ['item(order_id)']],
  ["select * from orders where id in (select order_id from item where sku = 'x')", ['item(sku)']],
  ["select d.id from (select * from orders) d where d.email = 'x'", ['orders(email)']],
  ["with w (a, b) as (select id, email from orders) select a from w where b = 'x'", ['orders(email)']],
  ['select (select max(sku) from item i where i.order_id = o.id) from orders o where o.id = 1', ['item(order_id)']],
  ["select * from item where (order_id, sku) = (1, 'x')", ['item(order_id,sku)']],
  ["insert into item select * from item where sku = 'x'", ['item(sku)']],
  ['select id from item where quantity = 1 and id = 4', []],
  ['select * from orders where id = 5', []],
];

for (const [sql, indexes] of shapes)
  test(`indexes for: ${sql}`, () => assert.deepEqual(partsOf(sql).sort(), [...indexes].sort()));

test('what an index could not answer is said, and nothing is advised for it', () => {
  for (const [sql, said] of [
    ["select id from orders where email like '%ann'", /wildcard/],
    ['select id from orders where email = 5', /text compared with a number/],
    ['select id from orders where year(created) = 2024', /range/],
    ['select id from orders where total + 1 = 5', /inside an expression/],
    ["select id from orders where email = 'x' collate utf8mb4_bin", /collation/],
    ["select id from orders where doc = 'x'", /ordinary index cannot hold/],
  ] as const) {
    const ddl = tables.replace('email varchar(200)', 'email varchar(200) collate utf8mb4_general_ci');
    const { advice, remarks } = advise(sql, { ddl });
    assert.deepEqual(
      advice.map(({ ddl: text }) => text),
      [],
      sql,
    );
    assert.match(remarks[0]?.words.en ?? '', said, sql);
  }
});

test('columns of different collations are looked up only on the side that is compared as it is', () => {
  const ddl = (a: string, b: string) => `create table a (id int primary key, c varchar(20) ${a}) engine=innodb;
    create table b (id int primary key, c varchar(20) ${b}) engine=innodb;`;
  const join = 'select a.id from a join b on a.c = b.c where a.id = 1';
  assert.deepEqual(partsOf(join, { ddl: ddl('character set utf8mb3', 'character set utf8mb4') }), ['b(c)']);
  assert.deepEqual(partsOf(join, { ddl: ddl('character set utf8mb4', 'character set utf8mb3') }), []);
  assert.deepEqual(partsOf(join, { ddl: ddl('collate utf8mb4_bin', 'collate utf8mb4_general_ci') }), []);
});

test('nothing is advised that is there already, that another begins with, or that the key makes useless', () => {
  const withKey = (key: string) => ({ ddl: tables.replace('doc json', `doc json, ${key}`) });
  const sql = 'select * from orders where user_id = 5';
  assert.deepEqual(partsOf(sql, withKey('key (user_id)')), []);
  assert.deepEqual(partsOf(sql, withKey('key (user_id, status)')), []);
  assert.deepEqual(partsOf(sql, withKey('unique (user_id)')), []);
  assert.deepEqual(partsOf(sql, withKey('key (status, user_id)')), ['orders(user_id)']);
  assert.deepEqual(partsOf(sql, withKey('foreign key (user_id) references person (id)')), []);
  assert.deepEqual(partsOf('select * from orders where user_id = 5 order by id', withKey('key (user_id)')), []);
  assert.deepEqual(partsOf('create index x on orders (user_id);select * from orders where user_id = 5'), []);
});

test('an index that is only hidden is shown, not made again', () => {
  const hidden = (key: string) => ({ ddl: tables.replace('doc json', `doc json, key h (user_id) ${key}`) });
  const [one] = advise('select * from orders where user_id = 5', hidden('invisible')).advice;
  assert.deepEqual([one?.action, one?.ddl], ['show', 'ALTER TABLE `orders` ALTER INDEX `h` VISIBLE']);
  const [maria] = advise('select * from orders where user_id = 5', {
    ...hidden('ignored'),
    dialect: 'mariadb-10.11',
  }).advice;
  assert.equal(maria?.ddl, 'ALTER TABLE `orders` ALTER INDEX `h` NOT IGNORED');
});

test('an index says what each of its columns is for, in both languages', () => {
  const { advice } = advise("select id from orders where user_id = 5 and created > '2024-01-01' order by created");
  assert.deepEqual(advice[0]?.reason, {
    en: 'user_id by equality; created by a range; created in the order asked for, without sorting.',
    zh: 'user_id 等值匹配；created 按范围查找；created 直接满足排序，无需额外排序。',
  });
});

test('one index serves several statements, and says what it makes redundant', () => {
  const ddl = tables.replace('doc json', 'doc json, key old (user_id)');
  const { advice } = advise(
    `select * from orders where user_id = 5;
select * from orders where user_id = 5 and email = 'x';
select * from orders where email = 'y' and user_id = 3 order by created limit 5;`,
    { ddl },
  );
  assert.deepEqual(
    advice.map(({ parts }) => parts.join()),
    ['`user_id`,`email`'],
  );
  assert.deepEqual(advice[0]?.makesRedundant, ['old']);
  assert.match(advice[0]?.cautions[0]?.en ?? '', /Untested/);
});
