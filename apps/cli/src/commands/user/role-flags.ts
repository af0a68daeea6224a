import { Role } from '@myriad/contract';
import { type CommandCall, listFlag, UsageError } from '../../command.ts';

/** The roles of `--role`, in the order given. @throws UsageError for a role there is not */
export const rolesOf = (call: Pick<CommandCall, 'flags'>): Role[] =>
  listFlag(call, 'role').map((role) => {
    const found = Role.options.find((option) => option === role);
    if (!found) throw new UsageError({ en: `There is no role ${role}.`, zh: `没有角色 ${role}。` });
    return found;
  });
