import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import type { UndoSight } from './undo-notes.ts';
import { undoScript } from './undo-script.ts';

const dialect = dialects['mysql-9'];
const definitions = `CREATE TABLE visit (id INT PRIMARY KEY, card VARCHAR(20), seen INT) ENGINE=InnoDB;
CREATE TABLE old (id INT PRIMARY KEY) ENGINE=MyISAM;
CREATE TABLE ark (id INT PRIMARY KEY, n INT) ENGINE=MyISAM;
CREATE TRIGGER gone AFTER DELETE ON old FOR EACH ROW SET @x = 1;`;
const everything: UndoSight = { triggers: true, children: true };

const undo = (text: string, sight: UndoSight = everything, more = {}) => [
  ...undoScript(text, { dialect, definitions, sight, ...more }),
];

test('each statement of a script has what keeps, what puts back, or why nothing does', () => {
  const text = `-- a change
update visit set seen = 1 where id = 7;
select 1;
alter table visit add column more int;
call clean_up();
selec 1`;
  const found = undo(text);
  assert.deepEqual(
    found.map(({ kind, line, impossible }) => [kind, line, impossible !== undefined]),
    [
      ['rows', 2, false],
      ['nothing', 3, false],
      ['definition', 4, false],
      ['other', 5, true],
      ['other', 6, true],
    ],
  );
  const [changed, , altered] = found;
  assert.ok(changed && altered);
  assert.equal(text.slice(changed.start, changed.end), 'update visit set seen = 1 where id = 7');
  assert.deepEqual(changed.parts, [
    {
      table: '`visit`',
      capture: 'SELECT `id`, `seen` FROM visit WHERE id = 7 FOR UPDATE',
      takeAway: [],
      putBack: ['UPDATE `visit` SET `seen` = :seen WHERE `id` = :id'],
    },
  ]);
  assert.deepEqual([altered.statements, changed.notes], [['ALTER TABLE visit DROP COLUMN `more`'], []]);
});

test('the schema is the one before the statement: what the script made, changed or dropped', () => {
  const [made, added, altered, again, dropped, missing] = undo(
    `create table fresh (id int primary key, n int); insert into fresh values (1, 2);
     alter table fresh drop column n; alter table fresh drop column id; drop table visit; delete from visit where id = 1`,
  );
  assert.deepEqual(made?.statements, ['DROP TABLE fresh']);
  assert.deepEqual(added?.parts[0]?.takeAway, ['DELETE FROM `fresh` WHERE `id` = 1']);
  assert.match(altered?.statements[0] ?? '', /ADD COLUMN n INT/i);
  // How the server shows a table that was changed meanwhile nobody asked.
  assert.match(again?.impossible?.en ?? '', /before is not known/);
  assert.match(dropped?.statements[0] ?? '', /^CREATE TABLE visit/);
  assert.match(missing?.impossible?.en ?? '', /definition of the table is not known/);
});

test('a table that may have been there is not dropped, and a trigger that goes is named', () => {
  const [maybe, there, gone] = undo(
    'create table if not exists who (id int); create table if not exists visit (id int); drop table old',
  );
  assert.match(maybe?.impossible?.en ?? '', /older one/);
  assert.deepEqual([there?.impossible, there?.statements], [undefined, []]);
  assert.match(gone?.lost.at(-1)?.en ?? '', /trigger gone/);
  assert.deepEqual(undo('drop table visit; create table if not exists visit (id int)')[1]?.statements, [
    'DROP TABLE visit',
  ]);
});

test('what nobody could see is said as a condition', () => {
  const notes = (sight: UndoSight, text = 'delete from visit where id = 1') =>
    undo(text, sight)[0]?.notes.map(({ en }) => en) ?? [];
  assert.match(notes('given')[0] ?? '', /besides those given/);
  assert.match(notes({ triggers: false, children: true })[0] ?? '', /privilege TRIGGER/);
  assert.match(notes({ triggers: true, children: false })[0] ?? '', /could not be seen/);
  assert.match(notes(everything, 'update ark set n = 1')[0] ?? '', /^MYISAM has no transactions/);
});

test('a name with its schema and one without are the same table where the session stands in it', () => {
  const live = {
    tables: [
      { table: { schema: 'shop', name: 'head' }, ddl: 'CREATE TABLE `head` (`id` int PRIMARY KEY)' },
      {
        table: { schema: undefined, name: 'line' },
        ddl: 'CREATE TABLE `line` (`id` int PRIMARY KEY, `h` int, FOREIGN KEY (`h`) REFERENCES `head` (`id`) ON DELETE CASCADE)',
      },
    ],
  };
  const [found] = undo('delete from shop.head where id = 1', everything, { live, current: 'shop' });
  assert.match(found?.impossible?.en ?? '', /Foreign keys/);
});

test('rows that a period splits are refused', () => {
  const own = {
    dialect: dialects['mariadb-10.11'],
    definitions: 'create table p (id int primary key, a date, b date, period for x (a, b))',
  };
  const [found] = undo("delete from p for portion of x from '2020-01-01' to '2021-01-01'", everything, own);
  assert.match(found?.impossible?.en ?? '', /period/);
});

test('a table that may have been there does not go unsaid, one that was not is no loss', () => {
  const [maybe, none] = undo(
    'drop table if exists visit, who; rename table ark to boat; drop table if exists ark',
  ).filter(({ sql }) => sql.startsWith('drop'));
  assert.match(maybe?.impossible?.en ?? '', /is not known/);
  assert.deepEqual([none?.impossible, none?.statements, none?.lost], [undefined, [], []]);
});

test('ANALYZE runs what it tells of', () => {
  const own = { dialect: dialects['mariadb-10.11'] };
  const [run, told] = undo('analyze delete from visit where id = 1; explain delete from visit', everything, own);
  assert.deepEqual([run?.kind, run?.parts.length, told?.kind], ['rows', 1, 'nothing']);
});

test('a temporary table is not taken for the one it hides', () => {
  const [made, , altered] = undo(
    'create temporary table visit (x int); drop temporary table visit; alter table visit drop column x',
  );
  assert.deepEqual(made?.statements, ['DROP TEMPORARY TABLE visit']);
  assert.match(altered?.impossible?.en ?? '', /before is not known/);
});

test('definitions are read where their USE says', () => {
  const own = {
    definitions: 'use a; create table t (id int primary key, n int); use b; create table u (id int primary key);',
    current: 'b',
  };
  const [there, elsewhere] = undo('alter table a.t drop column n; alter table t drop column n', everything, own);
  assert.deepEqual(there?.statements.length, 1);
  assert.match(elsewhere?.impossible?.en ?? '', /before is not known/);
});
