import type { Refusal, SeatCheck } from './check.ts';

/** Nobody listens on the ports, nothing lies in the folder. */
export const seatFree: SeatCheck = (seat, found) => {
  const refusals: Refusal[] = [];
  // A running instance of this very seat is an earlier try of the same task.
  const isOurs = found.owner === seat.instanceId;
  if (found.takenPorts !== '' && !isOurs)
    refusals.push({
      code: 'PORT_TAKEN',
      path: 'port',
      words: {
        en: `${seat.name}: something already listens on port ${found.takenPorts.replaceAll(' ', ', ')}.`,
        zh: `${seat.name}：端口 ${found.takenPorts.replaceAll(' ', '、')} 已被占用。`,
      },
      next: { en: 'Choose another port, or end what listens there.', zh: '请换一个端口，或停止占用者。' },
    });
  if (found.present && !isOurs)
    refusals.push({
      code: 'SEAT_NOT_EMPTY',
      path: 'hostIds',
      words: {
        en: `${seat.name}: ${seat.directory} is there already and is not empty${found.owner ? ` (instance ${found.owner})` : ''}.`,
        zh: `${seat.name}：${seat.directory} 已存在且不为空${found.owner ? `（实例 ${found.owner}）` : ''}。`,
      },
      next: {
        en: 'Look what it is; move it away yourself, or choose another port. The platform never deletes it.',
        zh: '请先查明其内容，自行移走或换一个端口；平台不会删除它。',
      },
    });
  if (!found.writable)
    refusals.push({
      code: 'BASE_NOT_WRITABLE',
      path: 'hostIds',
      words: {
        en: `${seat.name}: ${seat.baseDirectory} cannot be written.`,
        zh: `${seat.name}：${seat.baseDirectory} 不可写。`,
      },
      next: { en: 'Run the account script on the host.', zh: '请在该主机上运行账号脚本。' },
    });
  return refusals;
};
