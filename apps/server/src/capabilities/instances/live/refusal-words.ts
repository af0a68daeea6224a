import type { Words } from '@myriad/contract';
import type { Part } from '@myriad/mysql';
import { PathError, pathErrorWords } from '@myriad/paths';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { NoRoomToLook } from './keep-sessions.ts';
import { shown } from './shown-text.ts';

/** What our own readers say where a version or a setting does not let a thing be seen. */
const known: readonly (readonly [RegExp, Words])[] = [
  [
    /performance_schema is off/,
    {
      en: 'performance_schema is off on this server, so it cannot be seen. It takes a restart to switch it on.',
      zh: '该服务器未开启 performance_schema，因此无法查看；开启需要重启。',
    },
  ],
  [
    /instrument wait\/lock\/metadata/,
    {
      en: 'The server keeps no list of metadata locks: the instrument wait/lock/metadata/sql/mdl is off.',
      zh: '服务器未记录元数据锁：采集项 wait/lock/metadata/sql/mdl 处于关闭状态。',
    },
  ],
  [
    /this version does not tell who holds metadata locks/,
    { en: 'This version does not tell who holds metadata locks.', zh: '该版本不提供元数据锁的持有者信息。' },
  ],
  [
    /this version does not tell where a value comes from/,
    { en: 'This version does not tell where a value comes from.', zh: '该版本不提供参数取值来源。' },
  ],
  [
    /no time left/,
    { en: 'The server answered too slowly; no time was left for it.', zh: '服务器应答过慢，未能读取。' },
  ],
];

/** Access denied in its forms: to a table, a column, a command, a schema. */
const denied = new Set([1044, 1045, 1142, 1143, 1227, 1370]);

export function refusalWords({ refused, errno }: Extract<Part<unknown>, { ok: false }>): Words {
  const own = known.find(([pattern]) => pattern.test(refused))?.[1];
  if (own) return own;
  const said = shown(refused, 300);
  if (errno !== undefined && denied.has(errno))
    return {
      en: `The account the platform looks with may not see this. The server: “${said}”`,
      zh: `平台所用账号无权查看此项。服务器原文：“${said}”`,
    };
  return { en: `The server did not answer this: “${said}”`, zh: `服务器未返回此项，原文：“${said}”` };
}

/** Why a server could not be asked at all. */
export function silenceWords(error: unknown): Words {
  if (error instanceof ProblemError)
    return { en: 'The platform has no account or path for it.', zh: '平台没有可用的账号或路径。' };
  if (error instanceof NoRoomToLook)
    return {
      en: 'As many servers are looked at as may be at once. Try again in a moment.',
      zh: '同时查看的服务器数量已达上限，请稍后再试。',
    };
  const message = shown(error instanceof Error ? error.message : String(error), 300);
  const code = error instanceof PathError ? error.code : 'HOP_UNREACHABLE';
  if (code === 'ABORTED' || code === 'TIMED_OUT') return { en: 'It does not answer in time.', zh: '未在时限内应答。' };
  const words = pathErrorWords({ code, message });
  return { en: `It cannot be asked: ${words.en}.`, zh: `无法查询：${words.zh}。` };
}
