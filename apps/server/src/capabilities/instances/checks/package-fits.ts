import { instanceDirectory, layoutOf, longestSocketPathBytes, semiSyncPlugins } from '@myriad/mysql';
import { versionOf } from '../server-package.ts';
import type { RecordCheck, Refusal } from './check.ts';

/** The package is there, whole, and can do what the topology asks; the seat's path is short enough for a socket. */
export const packageFits: RecordCheck = ({ input, serverPackage, hosts }) => {
  const refusals: Refusal[] = [];
  if (!serverPackage)
    return [
      {
        code: 'PACKAGE_NOT_FOUND',
        path: 'packageId',
        words: { en: 'This server package is not in the library.', zh: '介质库中没有该安装包。' },
        next: { en: 'Choose another, or register it first.', zh: '请换一个，或先登记该安装包。' },
      },
    ];
  if (serverPackage.signature === 'bad')
    refusals.push({
      code: 'PACKAGE_SIGNATURE_BAD',
      path: 'packageId',
      words: { en: 'The signature of this package does not verify.', zh: '该安装包的签名校验失败。' },
      next: { en: 'Fetch it again from the vendor and register it anew.', zh: '请从厂商重新获取并登记。' },
    });
  const missing = semiSyncPlugins(versionOf(serverPackage)).filter((name) => !serverPackage.plugins.includes(name));
  if (input.topology === 'primary-replica' && missing.length > 0)
    refusals.push({
      code: 'PACKAGE_WITHOUT_SEMI_SYNC',
      path: 'packageId',
      words: { en: `The package lacks ${missing.join(', ')}.`, zh: `该安装包缺少 ${missing.join('、')}。` },
      next: { en: 'Choose a full server package.', zh: '请选择完整的服务器安装包。' },
    });
  for (const { hostId } of input.seats) {
    const host = hosts.get(hostId);
    if (!host) continue;
    const { socket } = layoutOf(instanceDirectory(host.baseDirectory, input.port));
    if (Buffer.byteLength(socket) > longestSocketPathBytes)
      refusals.push({
        code: 'PATH_TOO_LONG',
        path: 'hostIds',
        words: {
          en: `On ${host.name} the socket path would be ${Buffer.byteLength(socket)} bytes, over ${longestSocketPathBytes}.`,
          zh: `${host.name} 上的套接字路径将达 ${Buffer.byteLength(socket)} 字节，超过 ${longestSocketPathBytes}。`,
        },
        next: { en: 'Give the host a shorter base directory.', zh: '请为该主机设置更短的基础目录。' },
      });
  }
  return refusals;
};
