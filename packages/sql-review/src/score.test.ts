import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grade } from './rule.ts';
import { lostPoints, scoreOf, type Weighed } from './score.ts';
import type { Theme } from './themes.ts';

const grades: readonly Grade[] = ['X', 'E', 'W', 'N'];
const themes: readonly Theme[] = ['change-safety', 'query-shape', 'table-design'];

/** Numbers from 0 to 1 that are the same in each run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function makeFindings(random: () => number): readonly Weighed[] {
  const pick = <T>(list: readonly T[], otherwise: T): T => list[Math.floor(random() * list.length)] ?? otherwise;
  return Array.from({ length: Math.floor(random() * 8) }, () => ({
    grade: pick(grades, 'N'),
    theme: pick(themes, 'query-shape'),
    risk: random() < 0.7 ? 1 : 1 + random() * 3,
  }));
}

test('another finding never raises the score', () => {
  const random = makeRandom(7);
  for (let round = 0; round < 20_000; round += 1) {
    const findings = makeFindings(random);
    for (let less = 0; less < findings.length; less += 1) {
      const fewer = findings.filter((_, place) => place !== less);
      assert.ok(scoreOf(fewer) >= scoreOf(findings), JSON.stringify(findings));
    }
  }
});

test('the worst finding fixes the band, whatever else was found', () => {
  const random = makeRandom(11);
  const bands = { X: [0, 20], E: [21, 59], W: [60, 89], N: [90, 99] } as const;
  for (let round = 0; round < 20_000; round += 1) {
    const findings = makeFindings(random);
    const worst = grades.find((grade) => findings.some((finding) => finding.grade === grade));
    const [low, high] = worst ? bands[worst] : [100, 100];
    const score = scoreOf(findings);
    assert.ok(score >= low && score <= high, `${score}: ${JSON.stringify(findings)}`);
  }
});

test('the order of the findings does not change the score, more risk never raises it', () => {
  const random = makeRandom(13);
  for (let round = 0; round < 5_000; round += 1) {
    const findings = makeFindings(random);
    assert.equal(scoreOf(findings.toReversed()), scoreOf(findings));
    assert.ok(scoreOf(findings.map((one) => ({ ...one, risk: one.risk * 2 }))) <= scoreOf(findings));
  }
});

test('every lost point is somebody’s', () => {
  const random = makeRandom(17);
  for (let round = 0; round < 5_000; round += 1) {
    const findings = makeFindings(random);
    const lost = lostPoints(findings);
    assert.equal(
      lost.reduce((sum, points) => sum + points, 0),
      100 - scoreOf(findings),
    );
    assert.ok(lost.every((points) => Number.isInteger(points) && points >= 0));
  }
});
