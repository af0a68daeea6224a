import type { Words } from '@myriad/contract';
import type { PathError } from '@myriad/paths';
import { fillWords } from '../../../platform/http/fill-words.ts';
import { harmlessText } from '../../findings/index.ts';

const words: Readonly<Record<string, Words>> = {
  LOG_NOT_THERE: { en: 'There is no file {file} on the host.', zh: '主机上没有文件 {file}。' },
  LOG_UNREADABLE: {
    en: 'The OS account of the platform may not read {file}.',
    zh: '平台的操作系统账号无权读取 {file}。',
  },
  LOG_ELSEWHERE: {
    en: '{file} is not read: it is no log file of this server (it leads elsewhere, or belongs to another OS account than the server runs as).',
    zh: '未读取 {file}：它不是该服务器的日志文件（指向别处，或属于运行该服务器以外的操作系统账号）。',
  },
  LOG_OWNER_UNKNOWN: {
    en: '{file} is not read: the host does not tell which OS account the server runs as, or it is root, which owns other logs too.',
    zh: '未读取 {file}：无法在主机上确认该服务器的运行账号，或其以 root 运行，而 root 还拥有其他日志。',
  },
};

/** Why the host gave no log; undefined: it failed otherwise. */
export function logFileWords({ detail }: PathError): Words | undefined {
  const found = words[String(detail.code ?? '')];
  return found && fillWords(found, { file: harmlessText(String(detail.message ?? ''), 300) });
}
