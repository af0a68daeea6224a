import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type CheckSpec, defaultCheckSpec } from './check-spec.ts';
import { HostFacts } from './facts.ts';
import { checkItems, judgeHost, passesCheck } from './judge-host.ts';

const folder = fileURLToPath(new URL('../cases/', import.meta.url));
const unlearned = Object.fromEntries(Object.keys(HostFacts.shape).map((name) => [name, null]));

/** `like` takes the facts of another case; what is not said is not known. */
function readFacts(name: string): HostFacts {
  const { like, ...own } = JSON.parse(readFileSync(`${folder}${name}/facts.json`, 'utf8'));
  return HostFacts.parse({ ...unlearned, ...(like ? readFacts(like) : {}), ...own });
}

function readSpec(name: string): CheckSpec {
  const file = `${folder}${name}/spec.json`;
  return { ...defaultCheckSpec, ...(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) };
}

/** What is not well, in order, and whether the host may enter the pool. */
function report(facts: HostFacts, spec: CheckSpec): string {
  const verdicts = judgeHost(facts, spec);
  const lines = verdicts
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ item, verdict, words, measured }) => `${verdict} ${item}: ${words.en}${measured ? ` [${measured}]` : ''}`);
  return `${[...lines, `enters the pool: ${passesCheck(verdicts) ? 'yes' : 'no'}`].join('\n')}\n`;
}

for (const name of readdirSync(folder)) {
  test(`host check: ${name}`, () => {
    const told = report(readFacts(name), readSpec(name));
    const file = `${folder}${name}/expected.txt`;
    // A new case is written once by hand-run `MYRIAD_WRITE_CASES=1`, then read and kept.
    if (process.env.MYRIAD_WRITE_CASES && !existsSync(file)) writeFileSync(file, told);
    assert.equal(told, readFileSync(file, 'utf8'));
  });
}

test('a fact that could not be learned is never a pass, whichever one it is', () => {
  const healthy = readFacts('healthy-server');
  // Facts no item is built on: shown to people, judged by nobody.
  const onlyShown = [
    'hostname',
    'machineId',
    'addresses',
    'virtualization',
    'uptimeSeconds',
    'cpuModel',
    'memoryAvailableBytes',
  ];
  onlyShown.push('osId', 'osVersion', 'timeSyncDaemon', 'baseCreatable', 'baseMountPoint', 'baseTotalBytes');
  onlyShown.push('openFilesSoft', 'processesSoft');
  for (const name of Object.keys(HostFacts.shape).filter((fact) => !onlyShown.includes(fact))) {
    const verdicts = judgeHost({ ...healthy, [name]: null }, defaultCheckSpec);
    const worse = verdicts.filter(({ verdict }) => verdict !== 'pass');
    assert.ok(worse.length > 0, `${name} unknown, and every item passes`);
  }
});

test('every item is judged every time, has words in both languages, and a next move unless it passes', () => {
  for (const name of readdirSync(folder)) {
    const verdicts = judgeHost(readFacts(name), readSpec(name));
    assert.deepEqual(
      verdicts.map(({ item }) => item),
      checkItems.map(({ item }) => item),
    );
    for (const { item, verdict, words, next } of verdicts) {
      assert.match(words.zh, /\p{Script=Han}/u, item);
      assert.doesNotMatch(words.zh, /\p{Script=Han}[,:;]/u, `${item}: half-width punctuation`);
      if (verdict !== 'pass') assert.ok(next?.en && next.zh, `${name}: ${item} has no next move`);
    }
  }
});
