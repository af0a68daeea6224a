import { mustOperate } from '../auth/index.ts';

/** A test logs in to real hosts with the platform's credentials: it is for those who operate them. */
export const mayTestPaths = mustOperate;
