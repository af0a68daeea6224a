import { type GroupDetail, listGroups } from '@myriad/contract';
import { argument, type CommandCall, type Shown } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { idByName } from '../id-by-name.ts';
import { rightsText } from '../right/rights-text.ts';

/** The argument of every verb about one group. */
export const groupArgument = { name: 'GROUP', words: { en: 'Name or id of the group', zh: '组名或 ID' } } as const;

export const groupIdOf = (call: CommandCall): Promise<string> =>
  idByName(argument(call, 'GROUP'), (query) => call.server().client.call(listGroups, { query }));

/** A group with its people and its rights. */
export const shownGroup = (group: GroupDetail): Shown => ({
  value: group,
  text: (language) => {
    const description = group.description === '' ? '' : `${group.description}\n`;
    const people = tableOf(
      [
        { title: columns.name, of: (person) => person.name },
        {
          title: { en: 'IN THE GROUP', zh: '组内身份' },
          of: (person) => (person.owner ? { en: 'owner', zh: '负责人' } : { en: 'member', zh: '成员' })[language],
        },
        {
          title: columns.state,
          of: (person) =>
            (person.disabled ? { en: 'disabled', zh: '已停用' } : { en: 'enabled', zh: '启用' })[language],
        },
      ],
      group.people,
      language,
    );
    return `${group.name} ${group.id}\n${description}\n${people}\n${rightsText(group.rights, language)}`;
  },
});
