import { mustOperate } from '../../auth/index.ts';

/** Statements, parameters and logs of a server are for those who operate it. */
export const mayLookInside = mustOperate;
