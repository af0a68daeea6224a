import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const list = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

const told = ['docs/start', 'docs/operate', 'docs/concepts'].flatMap(list).filter((path) => path.endsWith('.md'));
const english = told.filter((path) => !path.endsWith('.zh-CN.md'));
const chineseOf = (path: string) => path.replace(/\.md$/, '.zh-CN.md');
const rooms = [...list('packages'), ...list('apps/server/src/capabilities')];

/** What must be the same in both languages: headings, rows of tables, problem codes. */
const shapeOf = (text: string) => ({
  headings: text.match(/^#+ /gm),
  rows: text.match(/^\|/gm)?.length,
  codes: [...new Set(text.match(/`[A-Z]+(_[A-Z]+)+`/g))].sort(),
});

for (const path of english)
  test(`${path} stands in both languages, each leading to the other`, () => {
    assert.ok(existsSync(join(root, chineseOf(path))), `${chineseOf(path)} is missing`);
    const [en, zh] = [read(path), read(chineseOf(path))];
    const name = path.slice(path.lastIndexOf('/') + 1);
    assert.ok(en.includes(`](${chineseOf(name)})`) && zh.includes(`](${name})`), 'no link to the other language');
    assert.deepEqual(shapeOf(zh), shapeOf(en));
  });

test('every act of docs/operate is in its list', () => {
  for (const list of ['docs/operate/README.md', 'docs/operate/README.zh-CN.md']) {
    const text = read(list);
    const pages = told.filter((path) => path.startsWith('docs/operate/') && !path.includes('README'));
    const missing = pages
      .filter((path) => path.endsWith('.zh-CN.md') === list.endsWith('.zh-CN.md'))
      .filter((path) => !text.includes(`](${path.slice('docs/operate/'.length)})`));
    assert.deepEqual(missing, [], list);
  }
});

test('every package and slice says what it is, and has a place on the map', () => {
  const map = read('ARCHITECTURE.md');
  for (const room of rooms) {
    const name = room.slice(room.lastIndexOf('/') + 1);
    assert.ok(existsSync(join(root, room, 'README.md')), `${room}/README.md is missing`);
    assert.ok(map.includes(`  ${name} `) || map.includes(`| \`${name}\` |`), `${name} is not in ARCHITECTURE.md`);
  }
});

test('every link between pages leads somewhere', () => {
  const top = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  const more = [
    ...rooms.map((room) => `${room}/README.md`),
    ...list('docs/decisions'),
    'lab/README.md',
    'bench/README.md',
  ];
  const broken = [...top, ...told, ...more]
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) =>
      [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(path), link)))
        .map((link) => `${path} → ${link}`),
    );
  assert.deepEqual(broken, []);
});
