import { join } from 'node:path';
import * as contract from '@myriad/contract';
import { type App, buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { migrations } from '../migrations.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { createLog } from '../platform/log/log.ts';
import type { HeldRight } from '../platform/policy/decision.ts';
import { type Fleet, plantFleet, type Random, randomFrom } from './random-fleet.ts';

// biome-ignore lint/suspicious/noExplicitAny: each test states what it expects of the body.
type Answer = { readonly status: number; readonly body: any };

export interface Person {
  readonly id: string;
  readonly name: string;
  get(path: string): Promise<Answer>;
  send(method: string, path: string, body?: object): Promise<Answer>;
  /** An event stream; resolves once it is open. */
  listen(path: string): Promise<{ untilEnd(): Promise<string> }>;
}

/** The whole product over a planted fleet, with an administrator and people who hold nothing yet. */
export interface World {
  readonly fleet: Fleet;
  readonly administrator: Person;
  readonly people: readonly Person[];
  /** Everything the contract says there is. */
  readonly endpoints: readonly Pick<contract.Endpoint, 'id' | 'method' | 'scope'>[];
  /** Takes all rights of a person away and grants these, to the person or to a group of theirs. */
  setRights(person: Person, rights: readonly HeldRight[]): Promise<void>;
  grantAtRandom(person: Person): Promise<readonly HeldRight[]>;
  close(): Promise<void>;
}

const password = 'long enough to be taken';

/** `store`: a database of its own; absent: the embedded one in the folder. */
export async function openWorld(folder: string, seed: number, store?: { readonly url: string }): Promise<World> {
  const config = readConfig({
    ...(store ? { MYRIAD_STORE: store.url } : {}),
    MYRIAD_HOME: folder,
    MYRIAD_LISTEN: '127.0.0.1:0',
    MYRIAD_ENGINE: 'in-process',
    MYRIAD_SWEEP_SECONDS: '0',
  });
  const random = randomFrom(seed);
  const log = createLog({ write: () => undefined });
  const first = await buildApp({ config, log });
  const begun = await first.start();
  const administrator = await makeAdministrator(begun.url, begun.firstRunToken ?? '');
  const tokens = [administrator.token];
  for (const name of ['ann', 'bo', 'cai', 'dan']) {
    await call(begun.url, administrator.token, 'POST', '/api/users', { name, password });
    tokens.push(await signIn(begun.url, name));
  }
  await first.stop(1);
  const opened = await openDatabase({ store: store ?? { file: join(folder, 'myriad.db') }, migrations });
  const users = await opened.db.selectFrom('user').select(['id', 'name']).orderBy('created_at').orderBy('id').execute();
  const fleet = await plantFleet(
    opened.db,
    random,
    users.slice(1).map(({ id }) => id),
  );
  await opened.close();
  const app = await buildApp({ config, log });
  const { url } = await app.start();
  const everybody = users.map(({ id, name }, at): Person => {
    const send: Person['send'] = (method, path, body) => call(url, tokens[at] ?? '', method, path, body);
    const listen: Person['listen'] = async (path) => {
      const answer = await fetch(url + path, { headers: { authorization: `Bearer ${tokens[at]}` } });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return { untilEnd: () => answer.text() };
    };
    return { id, name, send, listen, get: (path) => send('GET', path) };
  });
  const [chief, ...people] = everybody;
  if (!chief) throw new Error('nobody is there');
  return { fleet, administrator: chief, people, endpoints, ...grants(chief, fleet, random), ...closing(app) };
}

const endpoints = Object.values(contract).flatMap((value): World['endpoints'] =>
  typeof value === 'object' && value !== null && 'path' in value && 'access' in value ? [value] : [],
);

const closing = (app: App) => ({ close: () => app.stop(1) });

function grants(chief: Person, fleet: Fleet, random: Random): Pick<World, 'setRights' | 'grantAtRandom'> {
  const must = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const groups = new Map<string, string>();
  const groupOf = async ({ id, name }: Person) => {
    const known = groups.get(id);
    if (known) return known;
    const group = await must(chief.send('POST', '/api/groups', { name: `of ${name}` }));
    await must(chief.send('PUT', `/api/groups/${group.id}/members`, { person: name }));
    groups.set(id, group.id);
    return group.id as string;
  };
  const setRights: World['setRights'] = async (person, rights) => {
    for (const holderId of [person.id, await groupOf(person)])
      for (const { id } of (await must(chief.get(`/api/rights?holderId=${holderId}`))).items)
        await must(chief.send('DELETE', `/api/rights/${id}`));
    for (const { role, kind, id } of rights) {
      const toGroup = random.below(2) === 0;
      const holder = { kind: toGroup ? 'group' : 'person', name: toGroup ? await groupOf(person) : person.name };
      await must(chief.send('POST', '/api/rights', { holder, role, scope: { kind, id } }));
    }
  };
  const oneAtRandom = (): HeldRight => {
    const role = random.pick(['dba', 'requester'] as const);
    const kind = random.pick(['application', 'environment', 'cluster', 'cluster', 'all'] as const);
    if (kind === 'all') return { role, kind: random.below(2) === 0 ? 'all' : 'cluster', id: '' };
    const id = { application: fleet.applications, cluster: fleet.clusters, environment: [] }[kind];
    return { role, kind, id: kind === 'environment' ? random.pick(fleet.environments) : random.pick(id).id };
  };
  return {
    setRights,
    grantAtRandom: async (person) => {
      const wanted = Array.from({ length: random.below(4) }, oneAtRandom).filter(
        ({ kind, id }) => kind === 'all' || id !== '',
      );
      const unlike = new Map(wanted.map((right) => [JSON.stringify(right), right]));
      await setRights(person, [...unlike.values()]);
      return [...unlike.values()];
    },
  };
}

async function call(url: string, token: string, method: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  const isJson = /^application\/(problem\+)?json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: isJson ? JSON.parse(text) : text };
}

async function makeAdministrator(url: string, token: string): Promise<{ readonly token: string }> {
  await call(url, '', 'POST', '/api/first-run', { token, name: 'chief', password });
  return { token: await signIn(url, 'chief') };
}

/** A token of theirs, as the CLI makes one. */
async function signIn(url: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  if (!answer.ok) throw new Error(`${name} cannot sign in: ${await answer.text()}`);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const made = await fetch(`${url}/api/tokens`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'test' }),
  });
  return ((await made.json()) as { secret: string }).secret;
}
