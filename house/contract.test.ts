import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thingParameter } from '../packages/contract/src/endpoint.ts';
import { listEndpoints, listProblems } from './read-contract.ts';

const endpoints = listEndpoints();
const problems = listProblems();

test('every endpoint has a name and an address of its own', () => {
  assert.ok(endpoints.length > 40);
  const ids = endpoints.map(({ id }) => id);
  const addresses = endpoints.map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  );
  assert.deepEqual(
    addresses.filter((address, at) => addresses.indexOf(address) !== at),
    [],
  );
});

test('every problem an endpoint may answer with has words and a next move', () => {
  for (const { id, problems: codes } of endpoints)
    for (const code of codes) assert.ok(code in problems, `${id}: ${code} stands in no catalogue`);
  for (const [code, { words, next }] of Object.entries(problems)) {
    assert.match(code, /^[A-Z][A-Z0-9_]*$/);
    for (const said of [words, next]) {
      assert.match(said.zh, /\p{Script=Han}/u, code);
      assert.doesNotMatch(said.en, /\p{Script=Han}/u, code);
    }
  }
});

test('path parameters are described', () => {
  for (const { id, path, params } of endpoints) {
    const named = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    assert.deepEqual(Object.keys('shape' in params ? Object(params.shape) : {}).sort(), named.sort(), id);
  }
});

test('every endpoint says where the rights of its caller must lie', () => {
  // Unsaid is `everywhere`, which is safe; but nobody has thought about whom it should serve.
  assert.deepEqual(
    endpoints.filter(({ access, scope }) => access === 'signed-in' && scope === undefined).map(({ id }) => id),
    [],
    'name a thing in the path (see thingParameter), or say its scope: within, catalogue, own or everywhere',
  );
  for (const { id, path, scope } of endpoints)
    assert.equal(scope === 'thing', thingParameter(path) !== undefined && scope === 'thing', `${id} names no thing`);
});
