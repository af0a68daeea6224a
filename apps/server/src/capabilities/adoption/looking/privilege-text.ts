import type { HeldPrivilege } from '@myriad/mysql';
import { harmlessText } from '../../findings/index.ts';

/** `SELECT on sys.*`; names in it come from the server. */
export const privilegeText = ({ privilege, on }: HeldPrivilege): string =>
  `${harmlessText(privilege, 120)} on ${harmlessText(on, 140)}`;
