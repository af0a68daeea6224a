import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { faultWords } from '../../platform/http/fault-words.ts';
import { DeployForm } from './deploy-form.ts';

test('a name that cannot be is refused in a sentence, not in a regular expression', () => {
  const fixed = { characterSet: 'UTF-8', collation: 'a b', timeZone: 'Shanghai', sqlMode: 'strict' };
  const { error } = DeployForm.safeParse({ name: 'Orders_1', fixed }, { reportInput: true });
  const words = (error?.issues ?? []).map((issue) => ({ path: issue.path.join('.'), ...faultWords(issue) }));
  assert.deepEqual(
    words.map(({ path }) => path),
    ['name', 'fixed.characterSet', 'fixed.collation', 'fixed.timeZone', 'fixed.sqlMode'],
  );
  for (const { en, zh } of words) {
    assert.doesNotMatch(en + zh, /[\^$[\]{}]/);
    assert.match(zh, /\p{Script=Han}/u);
  }
});

test('programs still read the pattern, the words and the default of a field from its schema', () => {
  const schema = z.toJSONSchema(DeployForm, { io: 'input' });
  const { name, fixed } = schema.properties as Record<string, { pattern?: string; words?: object }>;
  assert.equal(name?.pattern, '^[a-z][a-z0-9-]{0,61}[a-z0-9]$');
  assert.ok(name?.words);
  const inner = (fixed as unknown as { properties: Record<string, Record<string, unknown>> }).properties; // a schema is untyped.
  assert.equal(inner.characterSet?.pattern, '^[a-z0-9]{2,32}$');
  assert.equal(inner.characterSet?.default, 'utf8mb4');
  assert.ok(inner.characterSet?.words);
});
