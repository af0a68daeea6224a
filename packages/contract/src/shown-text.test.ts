import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withUnseenShown } from './shown-text.ts';

test('what is unseen, or turns text around, is shown by its number; lines stay lines', () => {
  assert.equal(withUnseenShown("a\u202e'b'\u0000\n\tc\u200b"), "a⟨U+202E⟩'b'⟨U+0000⟩\n\tc⟨U+200B⟩");
  assert.equal(withUnseenShown('שלום 你好'), 'שלום 你好');
});
