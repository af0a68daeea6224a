import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseVersion } from '../version.ts';
import { sightOf } from './read-for-undo.ts';

const sight = (version: string, ...privileges: readonly string[]) =>
  sightOf(new Set(privileges), parseVersion(version), true);

test('foreign keys and triggers that hide from an account are not taken for none', () => {
  assert.deepEqual(sight('8.4.3'), { triggers: false, children: false }, 'rights on one schema only');
  assert.deepEqual(sight('8.4.3', 'PROCESS'), { triggers: false, children: false });
  assert.deepEqual(sight('8.4.3', 'PROCESS', 'SHOW VIEW'), { triggers: false, children: true });
  assert.deepEqual(sight('8.4.3', 'SELECT', 'TRIGGER'), { triggers: true, children: true });
  assert.deepEqual(sight('10.11.19-MariaDB', 'PROCESS'), { triggers: false, children: true }, 'of the engine itself');
  assert.equal(sightOf(new Set(['SELECT']), parseVersion('8.4.3'), false).children, false);
});
