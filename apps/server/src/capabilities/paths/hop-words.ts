import type { Words } from '@myriad/contract';
import { type PathError, pathErrorWords } from '@myriad/paths';

/** Why a hop failed, for people. */
export function hopWords(error: PathError): Words {
  const key = String(error.detail.fingerprint ?? '?');
  const why = pathErrorWords(error);
  switch (error.code) {
    case 'HOST_KEY_UNKNOWN':
      return { en: `Its host key ${key} is not confirmed yet.`, zh: `主机密钥 ${key} 尚未确认。` };
    case 'HOST_KEY_CHANGED':
      return { en: `It shows another host key than confirmed: ${key}.`, zh: `主机密钥与已确认的不同：${key}。` };
    case 'LOGIN_REFUSED':
      return { en: `The login was refused: ${why.en}.`, zh: `${why.zh}。` };
    case 'TIMED_OUT':
      return { en: 'No answer within the time limit.', zh: '在时限内没有响应。' };
    case 'NOT_POSSIBLE_HERE':
      return { en: `Not allowed there: ${why.en}.`, zh: `${why.zh}。` };
    case 'CONNECTION_LOST':
      return { en: 'The connection was lost.', zh: '连接中断。' };
    default:
      return { en: `It cannot be reached: ${why.en}.`, zh: `无法连接：${why.zh}。` };
  }
}
