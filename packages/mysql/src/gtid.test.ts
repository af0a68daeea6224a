import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  containsGtid,
  countMissingGtid,
  equalGtid,
  parseGtidSet,
  printGtidSet,
  subtractGtid,
  unionGtid,
} from './gtid.ts';
import type { Flavor } from './version.ts';

const a = '3e11fa47-71ca-11e1-9e33-c80aa9429562';
const b = '4e11fa47-71ca-11e1-9e33-c80aa9429562';

const printed: [Flavor, string, string][] = [
  ['mysql', '', ''],
  ['mysql', `${a}:1-5`, `${a}:1-5`],
  ['mysql', `${a.toUpperCase()}:5:1-3:4`, `${a}:1-5`],
  ['mysql', `${b}:1,\n${a}:1-2:7-9`, `${a}:1-2:7-9,${b}:1`],
  ['mysql', `${a}:1-3:Blue:1-2:5,${a}:blue:3`, `${a}:1-3,${a}:blue:1-3:5`],
  ['mysql', `${a}:9223372036854775806`, `${a}:9223372036854775806`],
  ['mariadb', '', ''],
  ['mariadb', '0-1-27', '0-1-27'],
  ['mariadb', '1-3-5,0-1-27,0-2-30', '0-2-30,1-3-5'],
];
for (const [flavor, text, normal] of printed)
  test(`${flavor} GTID set ${JSON.stringify(text)} reads as ${JSON.stringify(normal)}`, () => {
    assert.equal(printGtidSet(parseGtidSet(flavor, text)), normal);
    assert.equal(printGtidSet(parseGtidSet(flavor, normal)), normal);
  });

for (const [flavor, text] of [
  ['mysql', a],
  ['mysql', `${a}:0`],
  ['mysql', `${a}:5-1`],
  ['mysql', 'nonsense:1'],
  ['mysql', `${a}:1-2-3`],
  ['mariadb', '0-1'],
  ['mariadb', `${a}:1-5`],
] as const)
  test(`${flavor} refuses ${text}`, () => assert.throws(() => parseGtidSet(flavor, text)));

const algebra: [Flavor, string, string, { minus: string; union: string; contains: boolean; count: bigint }][] = [
  ['mysql', `${a}:1-10`, `${a}:4-6`, { minus: `${a}:1-3:7-10`, union: `${a}:1-10`, contains: true, count: 7n }],
  ['mysql', `${a}:1-10`, `${a}:1-10,${b}:1`, { minus: '', union: `${a}:1-10,${b}:1`, contains: false, count: 0n }],
  [
    'mysql',
    `${a}:1-5:t:1-2`,
    `${a}:1-5`,
    { minus: `${a}:t:1-2`, union: `${a}:1-5,${a}:t:1-2`, contains: true, count: 2n },
  ],
  ['mysql', `${a}:1-5`, `${a}:t:1-5`, { minus: `${a}:1-5`, union: `${a}:1-5,${a}:t:1-5`, contains: false, count: 5n }],
  ['mariadb', '0-1-27', '0-1-17', { minus: '0-1-27', union: '0-1-27', contains: true, count: 10n }],
  ['mariadb', '0-1-17', '0-1-27,1-1-2', { minus: '', union: '0-1-27,1-1-2', contains: false, count: 0n }],
  // The same number by another server: the two have diverged, and neither contains the other.
  ['mariadb', '0-1-27', '0-2-27', { minus: '0-1-27', union: '0-1-27', contains: false, count: 0n }],
];
for (const [flavor, left, right, want] of algebra)
  test(`${flavor}: ${left} against ${right}`, () => {
    const [x, y] = [parseGtidSet(flavor, left), parseGtidSet(flavor, right)];
    assert.equal(printGtidSet(subtractGtid(x, y)), want.minus);
    assert.equal(printGtidSet(unionGtid(x, y)), want.union);
    assert.equal(containsGtid(x, y), want.contains);
    assert.equal(countMissingGtid(x, y), want.count);
    assert.equal(equalGtid(x, y), false);
    assert.ok(equalGtid(x, unionGtid(x, x)));
  });

test('sets of different flavours are never compared', () => {
  assert.throws(() => containsGtid(parseGtidSet('mysql', `${a}:1`), parseGtidSet('mariadb', '0-1-1')));
});
