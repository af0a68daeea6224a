import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import * as contract from '@myriad/contract';
import { freshDatabase, stopServers } from '../platform/database/test-servers.ts';
import { refused } from '../platform/http/testing.ts';
import { openWorld, type World } from '../scopes/world.ts';
import type { Form } from './testing/wrong-forms/form.ts';
import { peopleForms } from './testing/wrong-forms/people-forms.ts';
import { fewToGetWrong, provedElsewhere } from './testing/wrong-forms/proved-elsewhere.ts';
import { recordForms } from './testing/wrong-forms/record-forms.ts';
import { workForms } from './testing/wrong-forms/work-forms.ts';

after(stopServers);

const fields = [
  { name: 'note', type: 'text' },
  { name: 'rank', type: 'number' },
  { name: 'born', type: 'date' },
  { name: 'tier', type: 'choice', choices: ['a', 'b'] },
  { name: 'keeper', type: 'person' },
];

/** Wrong as a name in an address. */
const wrongNames = ['%20', 'a%20b', '.a', 'a%0ab', 'x'.repeat(65), '%E2%80%AEa', 'a%2Fb', '-', '%00', '%ff'];

/** Everything wrong with a form is refused at its field and changes nothing; then what is right is taken. */
async function prove({ administrator }: World, form: Form): Promise<void> {
  const { name, method, path, base = {}, wrong, right, reads } = form;
  assert.ok(wrong.length >= 10, `${name}: ten wrong inputs at least`);
  const read = async () => {
    const { status, body } = await administrator.get(reads);
    assert.equal(status, 200, `${name}: ${JSON.stringify(body)}`);
    return body;
  };
  const before = await read();
  for (const [given, code, at] of wrong) {
    const answer = await administrator.send(method, path, { ...base, ...given });
    try {
      refused(answer, code, at || undefined);
    } catch (cause) {
      throw new Error(
        `${name} ${JSON.stringify(given).slice(0, 200)}: ${cause instanceof Error ? cause.message : cause}`,
      );
    }
  }
  assert.deepEqual(await read(), before, `${name}: what is refused changes nothing`);
  if (!right) return;
  const { status, body } = await administrator.send(method, path, { ...base, ...right });
  assert.equal(status, 200, `${name}: ${JSON.stringify(body)}`);
}

/** Calls that send a form, and that no table of wrong inputs is of. SQL review has its own, beside what it judges. */
function unproved(forms: readonly Form[]): readonly string[] {
  const sending = Object.values(contract).flatMap((value): readonly contract.Endpoint[] =>
    typeof value === 'object' && value !== null && 'path' in value && 'body' in value ? [value] : [],
  );
  return sending
    .filter(({ id, body }) => !/^(sql-review|review|own-review)/.test(id) && isForm(body))
    .filter(({ id }) => !Object.hasOwn(provedElsewhere, id) && !fewToGetWrong.has(id))
    .filter(({ method, path }) => {
      const address = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
      return !forms.some((form) => form.method === method && address.test(form.path));
    })
    .map(({ id }) => id);
}

const isForm = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && (!('shape' in body) || Object.keys(body.shape ?? {}).length > 0);

for (const kind of ['sqlite', 'mysql', 'mariadb'] as const)
  test(`ten wrong inputs of each form are refused at their fields, and nothing changes [${kind}]`, {
    timeout: 180_000,
  }, async (context) => {
    const place = kind === 'sqlite' ? undefined : await freshDatabase(kind);
    if (place && 'missing' in place) return context.skip(place.missing);
    const folder = await mkdtemp(join(tmpdir(), 'myriad-wrong-'));
    const store = place && 'url' in place.store ? place.store : undefined;
    const world = await openWorld(folder, 7, store);
    try {
      for (const field of fields) {
        const body = { dimension: 'host', words: { en: 'x', zh: '某' }, ...field };
        assert.equal((await world.administrator.send('POST', '/api/custom-fields', body)).status, 200);
      }
      const faults: string[] = [];
      const group = await world.administrator.send('POST', '/api/groups', { name: 'asked' });
      const [someone] = world.people;
      const own = { groupId: group.body.id as string, person: { id: someone?.id ?? '', name: someone?.name ?? '' } };
      const forms = [...recordForms(world.fleet), ...workForms(world.fleet), ...peopleForms(own)];
      assert.deepEqual(unproved(forms), [], 'every form there is has its wrong inputs');
      for (const form of forms)
        await prove(world, form).catch((error: unknown) =>
          faults.push(error instanceof Error ? error.message : String(error)),
        );
      for (const catalogue of ['environments', 'zones', 'specifications'])
        for (const name of wrongNames) {
          const answer = await world.administrator.send('PUT', `/api/${catalogue}/${name}`, {});
          if (answer.status < 400 || answer.status >= 500) faults.push(`${catalogue} ${name}: ${answer.status}`);
        }
      const accepted = await world.administrator.send(
        'POST',
        `/api/findings/${world.fleet.findings[1]?.id}/accept`,
        {},
      );
      refused(accepted, 'FINDING_NOT_ACCEPTABLE');
      assert.deepEqual(faults, []);
    } finally {
      await world.close();
      await place?.remove();
      await rm(folder, { recursive: true, force: true });
    }
  });
