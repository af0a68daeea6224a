import type { PathError, PathErrorCode } from './types.ts';

type Words = { readonly en: string; readonly zh: string };

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: '连接被拒绝',
  ECONNRESET: '连接被对端重置',
  EPIPE: '连接已断开',
  ETIMEDOUT: '连接超时',
  EHOSTUNREACH: '主机不可达',
  ENETUNREACH: '网络不可达',
  ENOTFOUND: '域名无法解析',
  EAI_AGAIN: '域名暂时无法解析',
  ENOENT: '文件或套接字不存在',
  EACCES: '没有权限',
  HANDSHAKE_SSL_ERROR: 'TLS 身份校验失败',
};

const meanings: Readonly<Record<PathErrorCode, string>> = {
  HOP_UNREACHABLE: '无法到达',
  HOST_KEY_UNKNOWN: '主机密钥尚未确认',
  HOST_KEY_CHANGED: '主机密钥与已确认的不同',
  LOGIN_REFUSED: '登录被拒绝',
  TIMED_OUT: '在时限内没有响应',
  ABORTED: '操作已被中止',
  CONNECTION_LOST: '连接中断',
  OUTPUT_TOO_LARGE: '输出超过上限',
  ACTION_FAILED: '主机操作执行失败',
  ACTION_OUTPUT_INVALID: '主机操作的输出无法解析',
  COPY_FAILED: '文件传输失败',
  CHECKSUM_MISMATCH: '文件校验和不一致',
  SQL_FAILED: 'SQL 执行失败',
  NOT_POSSIBLE_HERE: '该处不支持此操作',
};

/**
 * Why a path failed, as a part of a sentence: no capital, no full stop. What a machine said in its own language stands in
 * quotes in the Chinese one, beside what it means.
 */
export function pathErrorWords({ code, message }: Pick<PathError, 'code' | 'message'>): Words {
  const en = message.replace(/[.\s]+$/, '');
  const cause = Object.keys(causes).find((name) => new RegExp(`\\b${name}\\b`).test(message));
  const meaning = (cause && causes[cause]) ?? meanings[code];
  return { en, zh: en === '' ? meaning : `${meaning}（原文：“${en}”）` };
}
