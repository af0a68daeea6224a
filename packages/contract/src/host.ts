import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Words } from './endpoint.ts';
import { HostView, PoolState } from './fleet.ts';
import { CatalogueName } from './inventory-catalogues.ts';
import { line, shaped } from './text.ts';

const hostParams = z.object({ hostId: z.string() });

export const listHosts = endpoint({
  id: 'host.list',
  scope: 'within',
  method: 'GET',
  path: '/api/hosts',
  summary: 'Hosts and the resource pool',
  query: PageQuery.extend({ poolState: PoolState.optional() }),
  response: pageOf(HostView).extend({ abilities: z.object({ register: Ability }) }),
});
export const getHost = endpoint({
  id: 'host.get',
  method: 'GET',
  path: '/api/hosts/:hostId',
  summary: 'One host',
  params: hostParams,
  response: HostView,
  problems: ['HOST_NOT_FOUND'],
});
const HostName = shaped(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/, {
  en: 'must have 1 to 63 lower case letters, digits, “.” and “-”, and begin and end with a letter or a digit',
  zh: '应为 1 至 63 个小写字母、数字、“.”或“-”，首尾为字母或数字',
});
/** A name or an IP address, as it is dialled. */
const HostAddress = shaped(/^[\w.:%-]{1,253}$/, {
  en: 'must be a host name or an IP address, without a port',
  zh: '应为主机名或 IP 地址，不含端口',
});
/** No `.` and `..` on the way: what is checked, shown and approved is the folder itself. */
const BaseDirectory = shaped(/^(?!.*\/\.{1,2}(\/|$))\/[\w.+@=/-]{1,200}$/, {
  en: 'must be an absolute path of at most 200 letters, digits and “._+@=-/”, without “.” or “..” on the way',
  zh: '应为绝对路径，最多 200 个字母、数字或“._+@=-/”，途中不含“.”或“..”',
});
/** How to log in; one of `privateKey`, `password`, `agent`. */
export const SshForm = z.object({
  address: HostAddress.optional(),
  port: z.number().int().min(1).max(65535).default(22),
  user: line(64).default('myriad'),
  privateKey: z.string().max(20000).optional(),
  password: z.string().max(500).optional(),
  agent: z.boolean().default(false),
  jumps: z.array(z.string()).default([]),
  /** SHA256:… of the host key. Absent = ask: the answer names the key seen, and must be sent again with it. */
  hostKey: z.string().optional(),
});
export const HostForm = z.object({
  name: HostName,
  address: HostAddress,
  zone: CatalogueName.default('default'),
  baseDirectory: BaseDirectory.default('/var/lib/myriad'),
  ssh: SshForm,
});
/** What is given is changed; a new `ssh` is tried before it is stored. */
export const HostChange = z.object({
  name: HostName.optional(),
  address: HostAddress.optional(),
  zone: CatalogueName.optional(),
  baseDirectory: BaseDirectory.optional(),
  ssh: SshForm.optional(),
  /** Out of service: stays known, is never chosen. Back from there it must be checked again. */
  outOfService: z.boolean().optional(),
});
export const registerHost = endpoint({
  id: 'host.register',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/hosts',
  summary: 'Register a host; the host key must be confirmed',
  body: HostForm,
  response: HostView,
  problems: [
    'NOT_AN_OPERATOR',
    'HOST_NAME_TAKEN',
    'HOST_NOT_FOUND',
    'HOST_ALREADY_REGISTERED',
    'HOST_CREDENTIAL_MISSING',
    'HOST_KEY_UNCONFIRMED',
    'HOST_KEY_CHANGED',
    'HOST_UNREACHABLE',
    'HOST_LOGIN_REFUSED',
    'HOST_ACTION_FAILED',
  ],
});
export const changeHost = endpoint({
  id: 'host.change',
  method: 'PATCH',
  path: '/api/hosts/:hostId',
  summary: 'Edit a host, give it another login, or take it out of service',
  params: hostParams,
  body: HostChange,
  response: HostView,
  problems: [
    'NOT_AN_OPERATOR',
    'HOST_NAME_TAKEN',
    'HOST_NOT_FOUND',
    'HOST_IN_USE',
    'HOST_POOL_STATE',
    'HOST_ALREADY_REGISTERED',
    'HOST_CREDENTIAL_MISSING',
    'HOST_KEY_UNCONFIRMED',
    'HOST_KEY_CHANGED',
    'HOST_UNREACHABLE',
    'HOST_LOGIN_REFUSED',
    'HOST_ACTION_FAILED',
  ],
});
export const checkHost = endpoint({
  id: 'host.check',
  method: 'POST',
  path: '/api/hosts/:hostId/check',
  summary: 'Run the host check now',
  params: hostParams,
  response: HostView,
  problems: [
    'NOT_AN_OPERATOR',
    'HOST_NOT_FOUND',
    'HOST_POOL_STATE',
    'HOST_KEY_UNCONFIRMED',
    'HOST_KEY_CHANGED',
    'HOST_UNREACHABLE',
    'HOST_LOGIN_REFUSED',
    'HOST_ACTION_FAILED',
  ],
});
export const removeHost = endpoint({
  id: 'host.remove',
  method: 'DELETE',
  path: '/api/hosts/:hostId',
  summary: 'Forget a host that carries nothing',
  params: hostParams,
  response: z.object({}),
  problems: ['NOT_AN_OPERATOR', 'HOST_NOT_FOUND', 'HOST_IN_USE', 'HOST_RESERVED', 'HOST_IS_JUMP'],
});
/** What an administrator runs on a host, as root, before it is registered. */
export const getAccountScript = endpoint({
  id: 'host.account-script',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/host-account-script',
  summary: 'The script that makes the OS account, with its sudoers lines',
  query: z.object({
    user: z
      .string()
      .regex(/^[a-z_][a-z0-9_-]{0,31}$/)
      .optional(),
    baseDirectory: BaseDirectory.optional(),
    publicKey: z
      .string()
      .regex(/^[a-z0-9@.-]+ [A-Za-z0-9+/=]+( [\w.@:+-]*)?$/)
      .max(5000)
      .optional(),
  }),
  response: z.object({ script: z.string(), sudoers: z.array(z.string()) }),
});
export const testHostPaths = endpoint({
  id: 'host.test-paths',
  method: 'POST',
  path: '/api/hosts/:hostId/path-tests',
  summary: 'Try every path to a host, hop by hop',
  params: hostParams,
  response: z.object({
    paths: z.array(
      z.object({
        path: z.string(),
        ok: z.boolean(),
        hops: z.array(
          z.object({ name: z.string(), ok: z.boolean(), milliseconds: z.number(), words: Words.optional() }),
        ),
      }),
    ),
  }),
  problems: ['NOT_AN_OPERATOR', 'HOST_NOT_FOUND'],
});

/** Checks and actions only look, so they need no ticket; each host is a step of the task. */
export const startHostCheck = endpoint({
  id: 'host.start-check',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/host-checks',
  summary: 'Check many hosts as a task',
  body: z.object({ hostIds: z.array(z.string()).min(1).max(2000), diskSample: z.boolean().default(true) }),
  response: z.object({ taskId: z.string() }),
  problems: ['NOT_AN_OPERATOR', 'HOST_NOT_FOUND'],
});
export const listHostActions = endpoint({
  id: 'host.list-actions',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/host-actions',
  summary: 'Actions that can be run on many hosts; input as JSON Schema',
  response: z.object({
    items: z.array(
      z.object({ name: z.string(), version: z.number().int(), schema: z.record(z.string(), z.unknown()) }),
    ),
  }),
});
export const runHostAction = endpoint({
  id: 'host.run-action',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/host-actions',
  summary: 'Run one typed action on many hosts as a task, a step a host',
  body: z.object({
    hostIds: z.array(z.string()).min(1).max(2000),
    action: z.string(),
    actionInput: z.record(z.string(), z.json()).default({}),
    /** Hosts a wave; a wave begins when the one before has succeeded. Absent: all in one. */
    waveSize: z.number().int().min(1).max(2000).optional(),
  }),
  response: z.object({ taskId: z.string() }),
  problems: ['NOT_AN_OPERATOR', 'HOST_NOT_FOUND', 'HOST_ACTION_UNKNOWN', 'HOST_ACTION_INPUT'],
});
