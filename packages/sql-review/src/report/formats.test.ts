import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { makeLetGo } from '../policy/let-go.ts';
import { reviewScript } from '../review.ts';
import { at, defineRule } from '../rule.ts';
import { allRules } from '../rules/all-rules.ts';
import { type ReportFormat, reportFormats } from './formats.ts';
import { makePlaces } from './places.ts';
import { addFile, addToTally, emptyTally } from './tally.ts';
import { verdictOf } from './verdict.ts';

const dialect = dialects['mysql-9'];

/** Everything that is hard to write down: markup, line ends, controls, wide characters, what was let go, what failed. */
const script = `delete from \`a<b>&"'\`;\r
select * from t where a = '\u0000\u0007 ]]> %0A ::error:: 中文 😀';
-- review:ignore dml-no-where "reason" <with> & marks
delete from u;
delete from v;
selec 1;
select sleep(1) from t where id = 1;`;

const broken = defineRule({
  ...{ id: 'broken', grade: 'W', theme: 'query-shape', why: { en: 'A <test>.', zh: '测试。' }, on: ['call'] },
  check: () => {
    throw new Error('no & such <thing>');
  },
});
const everywhere = defineRule({
  ...{ id: 'own-everywhere', grade: 'N', theme: 'naming', why: { en: 'Own.', zh: '自定义。' }, on: ['named-table'] },
  check: (node) => at(node, 'A "table" <t>\nhere', '表'),
});
const ownRules = [broken, everywhere];

function write(format: ReportFormat, language: 'en' | 'zh' = 'en', files = ['a b/ü,1:2.sql', 'empty.sql']): string {
  const options = { language, dialect, version: '1.2.3', colour: 'none', gate: {}, ownRules } as const;
  const report = reportFormats[format](options);
  const letGo = makeLetGo(
    [{ rule: 'dml-no-where', fingerprint: '', owner: 'li', reason: 'x', expires: '2999-01-01' }],
    { name: '', today: '2026-11-22' },
    (_, rule) => rule === 'select-star',
  );
  let [written, tally] = [report.begin(), emptyTally];
  for (const name of files) {
    const text = name === 'empty.sql' ? '' : script;
    const file = { name, placeOf: makePlaces(text) };
    tally = addFile(tally);
    for (const one of reviewScript(text, { dialect, rules: [...allRules, ...ownRules], letGo })) {
      const verdict = verdictOf(one, {});
      tally = addToTally(tally, one, verdict, {});
      written += report.add(file, one, verdict);
    }
    written += report.endFile(file);
  }
  return written + report.end(tally);
}

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html: the parts named are those of its text.
test('SARIF has what 2.1.0 asks of a log: tool, rules by index, results with regions, suppressions, invocations', () => {
  const log = JSON.parse(write('sarif'));
  assert.equal(log.version, '2.1.0');
  assert.match(log.$schema, /sarif-2\.1\.0/);
  const [{ tool, results, invocations, columnKind }, ...others] = log.runs;
  assert.deepEqual([others.length, columnKind], [0, 'utf16CodeUnits']);
  const { name, version, rules } = tool.driver;
  assert.deepEqual([typeof name, version], ['string', '1.2.3']);
  assert.equal(new Set(rules.map(({ id }: { id: string }) => id)).size, rules.length);
  assert.equal(rules.find(({ id }: { id: string }) => id === 'own-everywhere').shortDescription.text, 'Own.');
  const lines = script.split('\n').length;
  for (const { ruleId, ruleIndex, level, message, locations, suppressions } of results) {
    assert.equal(rules[ruleIndex].id, ruleId);
    assert.ok(['error', 'warning', 'note'].includes(level) && message.text !== '');
    const [{ physicalLocation }] = locations;
    const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
    assert.ok(startLine >= 1 && startColumn >= 1 && endLine >= startLine && endLine <= lines);
    assert.ok(endLine > startLine || endColumn > startColumn);
    // A relative reference of RFC 3986: a colon in its first part would be a scheme.
    assert.equal(physicalLocation.artifactLocation.uri, 'a%20b/%C3%BC%2C1%3A2.sql');
    for (const { kind } of suppressions) assert.ok(['inSource', 'external'].includes(kind));
  }
  const kinds = results.flatMap((one: { suppressions: { kind: string }[] }) =>
    one.suppressions.map(({ kind }) => kind),
  );
  assert.deepEqual(new Set(kinds), new Set(['inSource', 'external']));
  const [{ executionSuccessful, toolExecutionNotifications }] = invocations;
  assert.equal(executionSuccessful, false);
  assert.match(toolExecutionNotifications[0].message.text, /broken: no & such/);
});

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
test('GitLab’s report is a list of issues, each with its own fingerprint, a severity it knows, and a line', () => {
  const issues = JSON.parse(write('gitlab'));
  assert.ok(issues.length > 5);
  for (const { description, check_name, fingerprint, severity, location } of issues) {
    assert.ok(description !== '' && check_name !== '');
    assert.match(fingerprint, /^[0-9a-f]{64}$/);
    assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity));
    assert.ok(Number.isInteger(location.lines.begin) && location.lines.begin >= 1 && location.path !== '');
  }
  assert.equal(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size, issues.length);
  assert.deepEqual(JSON.parse(write('gitlab', 'en', ['empty.sql'])), []);
});

/** Elements of well-formed XML 1.0, attributes unescaped. Throws for anything else. */
function readXml(text: string): readonly { name: string; depth: number; attributes: Record<string, string> }[] {
  const elements: { name: string; depth: number; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const [head = '', ...parts] = text.split(/(?=<)/);
  assert.equal(head.trim(), '<?xml version="1.0" encoding="UTF-8"?>');
  for (const part of parts) {
    const found = /^<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>([^<>]*)$/u.exec(part);
    assert.ok(found, `not well formed: ${JSON.stringify(part.slice(0, 80))}`);
    const [, closes, name = '', given = '', isEmpty, behind = ''] = found;
    for (const value of [given, behind])
      assert.ok(
        !/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(value) && !/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/u.test(value),
      );
    if (closes) assert.equal(open.pop(), name);
    else {
      const attributes = Object.fromEntries(
        [...given.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      );
      elements.push({ name, depth: open.length, attributes });
      if (!isEmpty) open.push(name);
    }
  }
  assert.deepEqual(open, []);
  return elements;
}

test('JUnit is well-formed XML whose counts are those of its cases', () => {
  const elements = readXml(write('junit'));
  assert.deepEqual([elements[0]?.name, elements[0]?.depth], ['testsuites', 0]);
  const suites = elements.filter(({ name }) => name === 'testsuite');
  assert.deepEqual(
    suites.map(({ attributes }) => [attributes.name, attributes.tests]),
    [
      ['a b/ü,1:2.sql', '6'],
      ['empty.sql', '0'],
    ],
  );
  const count = (name: string) => elements.filter((one) => one.name === name).length;
  assert.deepEqual([count('testcase'), count('failure'), count('error')].map(String), [
    suites[0]?.attributes.tests,
    suites[0]?.attributes.failures,
    suites[0]?.attributes.errors,
  ]);
  assert.ok(count('failure') > 0 && count('error') > 0);
  for (const { attributes } of elements.filter(({ name }) => name === 'testcase'))
    assert.ok(attributes.name && attributes.classname);
});

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
test('GitHub’s commands are a line each, and nothing in a script can write one of its own', () => {
  const lines = write('github').trimEnd().split('\n');
  assert.ok(lines.length > 5);
  for (const line of lines) {
    const found = /^::(error|warning|notice) ((?:\w+=[^,:\r\n]*,?)+)::([^\r\n]*)$/.exec(line);
    assert.ok(found, line);
    assert.match(found[2] ?? '', /file=a b\/ü%2C1%3A2\.sql,line=\d+/);
  }
});

test('JSON is an object a line, whose offsets are in its own text', () => {
  for (const language of ['en', 'zh'] as const)
    for (const line of write('json', language).trimEnd().split('\n')) {
      const { sql, score, findings, suppressed, fingerprint } = JSON.parse(line);
      assert.ok(score === null || (score >= 0 && score <= 100));
      assert.match(fingerprint, /^[0-9a-f]{16}$/);
      for (const { start, end, message } of [...findings, ...suppressed])
        assert.ok(start >= 0 && start <= end && end <= sql.length && message !== '');
    }
});
