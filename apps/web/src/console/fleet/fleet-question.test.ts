import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fleetAddress, questionOf, samplesOf } from './fleet-question.ts';

test('a question goes into the address and comes back whole', () => {
  const question = { where: 'name ~ "a&b=c#d" and owner = "王"', fields: 'name,label."Cost Center"', sort: '-name' };
  const address = fleetAddress('application', question);
  assert.match(address, /^\/fleet\/application\?/);
  assert.deepEqual(questionOf(new URLSearchParams(address.replace(/^.*?\?/, ''))), question);
  assert.equal(fleetAddress('host', { where: '' }), '/fleet/host');
});

test('a shell hands the sample on as it was asked, whatever is in it', () => {
  const where = `name = "it's $HOME \`x\`"`;
  const { command, curl } = samplesOf('http://127.0.0.1:7700', 'host', { where, fields: '', sort: '' });
  const given = execFileSync('/bin/sh', ['-c', command.replace('myriad', 'printf "%s\\n"')], { encoding: 'utf8' });
  assert.deepEqual(given.trim().split('\n'), ['inventory', 'list', 'host', '--where', where]);
  const args = execFileSync('/bin/sh', ['-c', curl.replace('curl', 'printf "%s\\n"')], { encoding: 'utf8' });
  assert.ok(args.split('\n').includes(`where=${where}`), args);
});
