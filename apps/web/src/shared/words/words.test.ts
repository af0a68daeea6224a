import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

function flatten(words: object, at = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(at + key, value);
    else for (const [path, text] of flatten(value, `${at}${key}.`)) flat.set(path, text);
  }
  return flat;
}

const english = flatten(en);
const chinese = flatten(zhCN);
const gapsIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test('both languages have the same keys', () => {
  assert.deepEqual([...chinese.keys()].sort(), [...english.keys()].sort());
});

test('a sentence has the same gaps in both languages', () => {
  for (const [key, text] of english) {
    if (key.endsWith('_one')) continue; // "1 step" may leave its number out
    assert.deepEqual(gapsIn(chinese.get(key) ?? ''), gapsIn(text), key);
  }
});

test('no sentence is empty, and Chinese sentences are Chinese', () => {
  /** Names that are the same everywhere. */
  const international = new Set([
    'frame.product',
    'frame.account.roles.dba',
    'cluster.uuid',
    'host.ssh',
    'host.keySeenCommand',
    'packages.flavor.mysql',
    'packages.flavor.mariadb',
    'packages.checksum',
    'task.stepsOf',
    'fact.names.serverId',
    'fact.names.serverUuid',
  ]);
  for (const [key, text] of chinese) {
    assert.notEqual(text.trim(), '', key);
    // Gaps and what stands between them are in every language.
    const saysNothing = !/\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, ''));
    if (!international.has(key) && !saysNothing) assert.match(text, /\p{Script=Han}/u, `${key}: ${text}`);
  }
  for (const [key, text] of english) assert.doesNotMatch(text, /\p{Script=Han}/u, key);
});

test('Chinese sentences use Chinese punctuation', () => {
  for (const [key, text] of chinese) assert.doesNotMatch(text, /\p{Script=Han}[,;:?!.]/u, `${key}: ${text}`);
});
