import type { PathError } from '@myriad/paths';
import type { Refusal } from '../checks/index.ts';
import type { Seat } from './bring-back-form.ts';

/** One that cannot be asked now is no reason to act without it. */
export const unreachable = ({ name }: Seat, { code, message }: PathError): Refusal => ({
  ...{ code, path: 'instanceId' },
  words: { en: `${name} cannot be asked now: ${message}`, zh: `目前无法查询 ${name}：${message}` },
  next: { en: 'Test the way to it, then try again.', zh: '请测试访问路径后重试。' },
});
