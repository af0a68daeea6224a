import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Endpoint } from '@myriad/contract';
import * as contract from '@myriad/contract';
import { openApiOf } from './openapi.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'response' in value;
const endpoints = Object.values<unknown>(contract).filter(isEndpoint);
const text = JSON.stringify(openApiOf(endpoints, '1.2.3'));
const api = JSON.parse(text);

test('every reference in the description of the whole contract leads somewhere', () => {
  assert(endpoints.length > 20);
  const names = new Set(Object.keys(api.components.schemas));
  const wanted = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1] ?? '');
  assert(wanted.length > 20);
  for (const ref of wanted) assert(names.has(ref.replace('#/components/schemas/', '')), ref);
});

test('operations have names of their own, and path parameters are all declared', () => {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.values(methods as Record<string, { operationId: string; parameters: { name: string; in: string }[] }>).map(
      (operation) => ({ path, ...operation }),
    ),
  );
  assert.equal(operations.length, endpoints.length);
  assert.equal(new Set(operations.map((operation) => operation.operationId)).size, operations.length);
  for (const { path, parameters } of operations) {
    const declared = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
    assert.deepEqual(declared.toSorted(), [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted(), path);
  }
});

test('what is sent and what is answered are told apart where defaults make them differ', () => {
  const { user, components } = { user: api.paths['/api/users'], components: api.components.schemas };
  assert.equal(user.post.responses[200].content['application/json'].schema.$ref, '#/components/schemas/User');
  assert.deepEqual(components.User.required, ['id', 'name', 'roles', 'disabled', 'createdAt', 'abilities']);
  assert.equal(user.get.parameters.find((parameter: { name: string }) => parameter.name === 'limit').required, false);
});
