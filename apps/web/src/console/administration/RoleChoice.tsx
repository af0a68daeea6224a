import { type Ability, Role } from '@myriad/contract';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePick } from '../../shared/words/use-words.ts';

interface RoleChoiceProps {
  readonly id?: string;
  readonly value?: Role[];
  readonly onChange?: (roles: Role[]) => void;
  /** Whether the administrator's role may be given up: where not, it stays, with the reason. */
  readonly dropAdministrator?: Ability;
}

/** The roles, each with what it may; a field of a form. */
export function RoleChoice({ id, value = [], onChange, dropAdministrator }: RoleChoiceProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const kept = dropAdministrator?.allowed === false && value.includes('administrator') ? dropAdministrator : undefined;
  return (
    <Checkbox.Group<Role>
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={(roles) => onChange?.(roles)}
      style={{ flexDirection: 'column', gap: 4 }}
      options={Role.options.map((role) => ({
        value: role,
        disabled: role === 'administrator' && kept !== undefined,
        label: (
          <>
            {t(`frame.account.roles.${role}`)}{' '}
            <span className="faint">
              {role === 'administrator' && kept?.words ? pick(kept.words) : t(`administration.roleHint.${role}`)}
            </span>
          </>
        ),
      }))}
    />
  );
}
