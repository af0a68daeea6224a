import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineDifference } from './line-difference.ts';

const marks = { same: ' ', gone: '-', new: '+' };
const shown = (before: string, after: string) =>
  lineDifference(before, after)
    .map(({ kind, text }) => marks[kind] + text)
    .join('|');

test('lines that stayed, went and came are told apart', () => {
  assert.equal(shown('a\nb\nc\n', 'a\nx\nc\n'), ' a|-b|+x| c');
  assert.equal(shown('a\nb\nc\nd', 'b\nd\ne'), '-a| b|-c| d|+e');
  assert.equal(shown('', 'a\n'), '+a');
  assert.equal(shown('a\n', ''), '-a');
  assert.equal(shown('a\nb', 'a\r\nb'), ' a| b');
});

test('each text is in the difference as a whole, whatever changed', () => {
  for (let n = 0; n < 200; n += 1) {
    const text = () => Array.from({ length: (n * 7) % 13 }, (_, at) => 'abc'[(n * (at + 3) + at * at) % 3]).join('\n');
    const [before, after] = [text(), text().split('\n').reverse().join('\n')];
    const lines = lineDifference(before, after);
    const of = (kind: string) =>
      lines.filter((line) => line.kind === 'same' || line.kind === kind).map(({ text: t }) => t);
    assert.equal(of('gone').join('\n'), before);
    assert.equal(of('new').join('\n'), after);
  }
  const long = Array.from({ length: 5000 }, (_, at) => String(at)).join('\n');
  assert.equal(lineDifference(long, `x\n${long}\ny`).filter(({ kind }) => kind !== 'same').length, 10_002);
});
