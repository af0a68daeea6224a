import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { prelude } from './prelude.ts';
import { shellFields } from './shell-fields.ts';

/** Whichever of these the machine has; `sh` always. */
const shells = [['/bin/sh'], ['/bin/dash'], ['/bin/bash', '--posix'], ['/bin/busybox', 'sh']].filter(
  ([shell = '']) => shell === '/bin/sh' || existsSync(shell),
);

for (const [shell = '', ...options] of shells) {
  const run = (input: unknown, script: string) => {
    const program = `${shellFields(input)}\n${prelude}\n${script}\n`;
    return spawnSync(shell, [...options, '-s'], { input: program, encoding: 'utf8' });
  };

  test(`${shell}: any text becomes JSON and comes back the same`, () => {
    const all = Array.from({ length: 127 }, (_, at) => String.fromCharCode(at + 1)).join('');
    for (const text of [all, '', '\n', 'a\n\nb\n', '\\', '"', '\\n', '中文 é 🐬\u007f', '-e %s', ' ']) {
      const { stdout } = run({ text }, 'json_object text "$in_text" list:j "$(json_array "$in_text" x)"');
      assert.deepEqual(JSON.parse(stdout), { text, list: [text, 'x'] });
    }
  });

  test(`${shell}: kinds of values, and what is none`, () => {
    const good = run({}, 'json_object n:n -1.5 e:n "" t:b true none:b "" j:j "[1]" s 7; json_object');
    assert.equal(good.stdout, '{"n":-1.5,"e":null,"t":true,"none":null,"j":[1],"s":"7"}\n{}\n');
    for (const bad of ['n:n 1x', 'n:n "1;2"', 'b:b yes']) {
      const { stdout, status } = run({}, `json_object a 1 ${bad}; echo reached`);
      assert.equal(status, 1);
      assert.equal(JSON.parse(stdout.trim().split('\n').at(-1) ?? '').error.code, 'ACTION_BROKEN');
    }
  });
}
