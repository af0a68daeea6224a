import type { ServerPackageView } from '@myriad/contract';
import { parseVersion, type SeriesSupport, supportMatrix, supportOf } from '@myriad/mysql';
import { endOfLife } from '@myriad/topology';
import type { z } from 'zod';
import type { InstancePorts } from './ports.ts';
import { type ServerPackage, versionOf } from './server-package.ts';
import { selectPackages } from './store.ts';

const view = (serverPackage: ServerPackage): z.input<typeof ServerPackageView> => {
  const { file: _file, plugins: _plugins, needsGlibc: _needs, ...shown } = serverPackage;
  return { ...shown, support: supportOf(versionOf(serverPackage))?.status ?? 'untested' };
};

/** The package library, and what the platform claims for which version. */
export const listPackages = async ({ db }: Pick<InstancePorts, 'db'>) => ({
  items: (await selectPackages(db)).map(view),
  matrix: supportMatrix.map((row) => ({ ...row, ...untilOf(row) })),
});

/** `8.4` and `9.x` name a series; any version of it ends with it. */
function untilOf({ flavor, series }: SeriesSupport): { readonly supportedUntil?: string } {
  const until = endOfLife(parseVersion(`${series.replace('x', '0')}.0`, flavor));
  return until === undefined ? {} : { supportedUntil: until };
}
