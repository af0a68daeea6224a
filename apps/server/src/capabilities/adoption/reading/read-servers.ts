import type { DiscoveryForm, Words } from '@myriad/contract';
import { harmlessText } from '../../findings/index.ts';
import { type RawServer, readText } from './read-text.ts';

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** A server somebody named. */
export interface ServerToLook {
  readonly host: string;
  readonly port: number;
  readonly name?: string;
  readonly login: Login;
}

export interface Fault {
  readonly path: string;
  readonly words: Words;
}

export type ReadServers =
  | { readonly ok: true; readonly servers: readonly ServerToLook[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const mostServers = 500;
/** A long list with one slip in each line needs no five hundred sentences. */
const mostFaults = 20;
const known = new Set(['host', 'port', 'name', 'user', 'password']);

const rootWords: Words = {
  en: 'is root: make an account of its own; “myriad fleet grants observe” prints the statements',
  zh: '是 root：请另建专用账号，“myriad fleet grants observe”会打印所需语句',
};

/** Everything the form names, checked; or all its faults at once. A password is never part of a fault. */
export function readServers(form: Pick<DiscoveryForm, 'servers' | 'text' | 'format' | 'account'>): ReadServers {
  const { servers = [], text, account } = form;
  const faults: Fault[] = [];
  if (servers.length > 0 && text?.trim())
    faults.push(fault('text', 'stands beside a list of servers: give one of them', '与服务器列表同时给出，请只填其一'));
  const pasted = text?.trim() ? readText(text, form.format ?? 'auto') : undefined;
  if (pasted && !pasted.ok) return { ok: false, faults: [{ path: 'text', words: pasted.words }] };
  const rows: readonly (RawServer & { path: string })[] = pasted
    ? pasted.rows.map((row) => ({ ...row, path: 'text' }))
    : servers.map((fields, index) => ({ at: { en: '', zh: '' }, fields: { ...fields }, path: `servers.${index}` }));
  if (rows.length === 0) faults.push(fault('text', 'names no server', '没有给出任何服务器'));
  if (rows.length > mostServers)
    return {
      ok: false,
      faults: [
        fault(
          pasted ? 'text' : 'servers',
          `names ${rows.length} servers: at most ${mostServers} at once`,
          `包含 ${rows.length} 个服务器，单次最多 ${mostServers} 个`,
        ),
      ],
    };
  if (account) faults.push(...loginFaults(account, 'account'));
  const read = rows.map((row) => readRow(row, account, faults));
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, mostFaults) };
  const found = read.filter((one) => one !== undefined);
  // Named twice is named once; the first stands.
  const byPlace = new Map(found.toReversed().map((one) => [`${one.host.toLowerCase()}:${one.port}`, one]));
  return { ok: true, servers: found.filter((one) => byPlace.get(`${one.host.toLowerCase()}:${one.port}`) === one) };
}

const fault = (path: string, en: string, zh: string): Fault => ({ path, words: { en, zh } });

function loginFaults({ user, password }: Login, path: string): readonly Fault[] {
  const faults: Fault[] = [];
  if (user.trim() === '') faults.push(fault(`${path}.user`, 'must not be empty', '不能为空'));
  if (/^root$/i.test(user.trim())) faults.push({ path: `${path}.user`, words: rootWords });
  if (password === '') faults.push(fault(`${path}.password`, 'must not be empty', '不能为空'));
  return faults;
}

function readRow(
  { at, fields, path }: RawServer & { readonly path: string },
  account: Login | undefined,
  faults: Fault[],
): ServerToLook | undefined {
  const before = faults.length;
  const say = (field: string, en: string, zh: string) => {
    const where =
      at.en === '' ? { path: `${path}.${field}`, en: '', zh: '' } : { path, en: `${at.en}: `, zh: `${at.zh}：` };
    faults.push(fault(where.path, `${where.en}${en}`, `${where.zh}${zh}`));
  };
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const strange = Object.keys(fields)
    .filter((name) => !known.has(name))
    .map((name) => harmlessText(name, 30));
  if (strange.length > 0)
    say(
      'host',
      `has unknown fields: ${strange.slice(0, 5).join(', ')}`,
      `含有未知字段：${strange.slice(0, 5).join('、')}`,
    );
  const host = text('host');
  if (!/^[\w.:%[\]-]{1,253}$/.test(host))
    say('host', `“${harmlessText(host, 60)}” is no host or address`, `“${harmlessText(host, 60)}”不是主机名或地址`);
  const port = fields.port === undefined || text('port') === '' ? 3306 : Number(text('port'));
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    say(
      'port',
      `“${harmlessText(text('port'), 20)}” is no port from 1 to 65535`,
      `“${harmlessText(text('port'), 20)}”不是 1 到 65535 的端口`,
    );
  const name = text('name');
  if (name !== '' && !/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i.test(name))
    say(
      'name',
      `“${harmlessText(name, 60)}” is no name: letters, digits, dots and hyphens`,
      `“${harmlessText(name, 60)}”不是有效名称：只能含字母、数字、点和连字符`,
    );
  // A password may begin or end with a blank.
  const own = fields.password;
  const password = typeof own === 'string' || typeof own === 'number' ? String(own) : '';
  const user = text('user');
  const login = user === '' ? account : { user, password };
  if (user === '' && password !== '') say('user', 'has a password and no user', '有密码但没有账号');
  else if (!login) say('user', 'no account was given for it', '没有为其提供账号');
  else if (user !== '')
    for (const one of loginFaults({ user, password }, ''))
      say(
        one.path.slice(1),
        `${one.path.slice(1)} ${one.words.en}`,
        `${one.path === '.user' ? '账号' : '密码'}${one.words.zh}`,
      );
  if (!login || faults.length > before) return undefined;
  return { host, port, login, ...(name === '' ? {} : { name: name.toLowerCase() }) };
}
