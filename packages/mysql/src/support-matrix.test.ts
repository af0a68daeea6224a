import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { supportMatrix } from './support-matrix.ts';

const statusWords = {
  en: { 'run-here': 'run here', 'from-fixtures': 'from fixtures', untested: 'untested' },
  zh: { 'run-here': '实际运行', 'from-fixtures': '依据样本', untested: '未测试' },
};
const flavors = { mysql: 'MySQL', mariadb: 'MariaDB' };

for (const [language, page] of [
  ['en', 'versions.md'],
  ['zh', 'versions.zh-CN.md'],
] as const)
  test(`docs/concepts/${page} claims what the support matrix claims, and nothing else`, () => {
    const text = readFileSync(new URL(`../../../docs/concepts/${page}`, import.meta.url), 'utf8');
    const claimed = text.split('\n').filter((line) => /^\| (MySQL|MariaDB) /.test(line));
    assert.deepEqual(
      claimed,
      supportMatrix.map(
        ({ flavor, series, status, note }) =>
          `| ${flavors[flavor]} ${series} | ${statusWords[language][status]} | ${note[language]} |`,
      ),
    );
  });
