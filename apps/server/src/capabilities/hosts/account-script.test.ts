import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { accountScript, sudoersLines } from './account-script.ts';

const shellTakes = (script: string) => spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' });

test('the script is one a shell can read, with and without a key', () => {
  for (const publicKey of [undefined, 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB+/= myriad@ops'])
    assert.deepEqual(shellTakes(accountScript(publicKey ? { publicKey } : {})).stderr, '');
});

test('no sudo right matches more than one word: nothing else can be slipped in behind it', () => {
  for (const line of sudoersLines()) assert.doesNotMatch(line, /\*/);
  assert.ok(
    sudoersLines().every(
      (line) => !/NOPASSWD: ALL|\/bin\/(ba)?sh|systemctl \S+$/.test(line.replace('daemon-reload', 'x y')),
    ),
  );
});

test('what is not a plain word never reaches the script', () => {
  for (const user of ['root; rm -rf /', "a'b", 'A', '']) assert.throws(() => accountScript({ user }), TypeError, user);
  for (const baseDirectory of ['relative', '/a b', "/a'b", '/a$(id)'])
    assert.throws(() => accountScript({ baseDirectory }), TypeError, baseDirectory);
  assert.throws(() => accountScript({ publicKey: "ssh-ed25519 AAAA x'\nrm -rf /" }), TypeError);
});
