import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { printCase } from '../testing/print-case.ts';
import { casesFolder, listCases, readCase } from '../testing/read-case.ts';
import { findingDefinitions, findingsOf } from './index.ts';

const names = listCases();

describe('cases', () => {
  for (const name of names)
    test(name, () => {
      const expected = readFileSync(path.join(casesFolder, name, 'expected.txt'), 'utf8');
      assert.equal(printCase(readCase(name)), expected);
    });
});

test('every finding has a case that shows it', () => {
  const shown = new Set(names.flatMap((name) => foundIn(name).map(({ code }) => code)));
  assert.deepEqual(
    findingDefinitions.map(({ code }) => code).filter((code) => !shown.has(code)),
    [],
  );
});

test('codes are unique and will stay what they are', () => {
  const codes = findingDefinitions.map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  for (const code of codes) assert.match(code, /^[A-Z]+(_[A-Z]+)+$/);
});

test('no words have a hole, a line break or a character that hides others', () => {
  // Hostile servers call themselves `{gtids}`: theirs are not filled, and are no holes of ours.
  for (const name of names)
    for (const { code, words, next } of foundIn(name))
      for (const text of [words.en, words.zh, next.en, next.zh]) {
        if (!name.startsWith('hostile-')) assert.doesNotMatch(text, /\{\w+\}/, `${name} ${code}`);
        assert.doesNotMatch(text, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u, `${name} ${code}: ${text}`);
      }
});

test('the same facts give the same findings, in whatever order the servers come', () => {
  for (const name of names) {
    const { servers, context } = readCase(name);
    const key = (list: ReturnType<typeof foundIn>) =>
      list.map(({ code, on, key: k }) => JSON.stringify([code, on, k])).sort();
    assert.deepEqual(key(findingsOf([...servers].reverse(), context)), key(findingsOf(servers, context)), name);
  }
});

function foundIn(name: string) {
  const { servers, context } = readCase(name);
  return findingsOf(servers, context);
}
