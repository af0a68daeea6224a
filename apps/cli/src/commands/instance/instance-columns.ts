import type { InstanceView } from '@myriad/contract';
import type { Column } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

export const instanceColumns: readonly Column<InstanceView>[] = [
  { title: columns.name, of: (instance) => instance.name },
  { title: columns.role, of: (instance, language) => stateWord(instance.role, language) },
  { title: columns.state, of: (instance, language) => stateWord(instance.state, language) },
  { title: columns.flavor, of: (instance) => instance.flavor },
  { title: columns.version, of: (instance) => instance.version },
  { title: columns.address, of: (instance) => `${instance.address}:${instance.port}` },
  { title: columns.id, of: (instance) => instance.id },
];
