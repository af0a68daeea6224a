import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expression } from './expression.ts';
import { parseFilter } from './parse-filter.ts';

/** The tree as a line, every group in brackets. */
function shown(expression: Expression): string {
  if (expression.kind === 'not') return `not ${shown(expression.inner)}`;
  if (expression.kind !== 'comparison') return `[${expression.parts.map(shown).join(` ${expression.kind} `)}]`;
  const { path, operator, values } = expression;
  return `${path.names.join('/')} ${operator} ${values.map(({ value }) => JSON.stringify(value)).join('|')}`;
}

const read: Readonly<Record<string, string>> = {
  'a = "x"': 'a = "x"',
  "a='x'": 'a = "x"',
  'a = 1 or b = 2 and c = 3': '[a = 1 or [b = 2 and c = 3]]',
  '(a = 1 or b = 2) and c = 3': '[[a = 1 or b = 2] and c = 3]',
  'not a = 1 and b = -2.5': '[not a = 1 and b = -2.5]',
  'NOT (a in (1, 2) OR b not in ("x"))': 'not [a in 1|2 or b not in "x"]',
  'label.cost-center ~ "a\\"b\\\\c"': 'label/cost-center ~ "a\\"b\\\\c"',
  'label."Cost Center" != null': 'label/Cost Center != null',
  'fact.disk.0.free >= 10 and not not x = true': '[fact/disk/0/free >= 10 and not not x = true]',
  '名称 = "数据库"': '名称 = "数据库"',
};

for (const [text, tree] of Object.entries(read))
  test(`reads ${text}`, () => assert.equal(shown(parseFilter(text)), tree));

test('a word every object of the language knows is a text without quotes like any other', () => {
  for (const word of ['constructor', 'toString', '__proto__'])
    assert.throws(() => parseFilter(`a = ${word}`), { code: 'FILTER_INVALID' }, word);
});

test('whatever is written, it is read or refused with a place in the text', () => {
  const pieces = [
    'a',
    '.',
    '=',
    '"x"',
    "'",
    '(',
    ')',
    'and',
    'or',
    'not',
    'in',
    ',',
    '1',
    '-',
    '~',
    ' ',
    '\\',
    'null',
    '（',
  ];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join(next(2) ? ' ' : '');
    try {
      parseFilter(text);
    } catch (error) {
      const { code, values } = error as { code?: string; values?: { position: number } };
      assert.equal(code, 'FILTER_INVALID', text);
      assert.ok(values && values.position >= 1 && values.position <= text.length + 1, text);
    }
  }
});
