import type { Ability, UserView } from '@myriad/contract';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePick } from '../../shared/words/use-words.ts';
import type { UserAct } from './UserActDialog.tsx';

const yes: Ability = { allowed: true };

/** What can be done with a user; what cannot is grey, with the platform's reason. */
export function UserActs({ user, onAsk }: { user: UserView; onAsk: (act: UserAct) => void }) {
  const { t } = useTranslation();
  const pick = usePick();
  const acts: readonly { act: UserAct; ability: Ability; danger?: true }[] = [
    { act: 'roles', ability: yes },
    { act: 'password', ability: yes },
    { act: 'sessions', ability: yes },
    user.disabled ? { act: 'enable', ability: yes } : { act: 'disable', ability: user.abilities.disable, danger: true },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: acts.map(({ act, ability, danger }) => ({
          key: act,
          disabled: !ability.allowed,
          danger: danger === true && ability.allowed,
          label: (
            <span>
              {t(`administration.act.${act}`)}
              {ability.words ? <div className="faint menu-reason">{pick(ability.words)}</div> : null}
            </span>
          ),
        })),
        onClick: ({ key }) => {
          const asked = acts.find(({ act }) => act === key);
          if (asked) onAsk(asked.act);
        },
      }}
    >
      <Button aria-label={t('administration.user.actsOf', { name: user.name })}>{t('cluster.actions.menu')}</Button>
    </Dropdown>
  );
}
