import { listServerPackages } from '@myriad/contract';
import { Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { StateMark } from '../../../shared/state/StateMark.tsx';

interface PackageSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (packageId: string) => void;
}

/** Which server, with how well it is known to run; what is for demo and tests only says so. */
export function PackageSelect({ id, value, onChange }: PackageSelectProps) {
  const { t } = useTranslation();
  const packages = useAnswer(listServerPackages, {});
  const only = packages.data?.items.length === 1 ? packages.data.items[0]?.id : undefined;
  useEffect(() => {
    if (only && !value) onChange?.(only);
  }, [only, value, onChange]);
  return (
    <Loaded query={packages}>
      {({ items }) =>
        items.length === 0 ? (
          <Message
            title={t('newCluster.packageNone')}
            next={t('newCluster.packageNoneNext')}
            act={<Link to="/packages">{t('frame.nav.packages')}</Link>}
          />
        ) : (
          <Select
            {...(id ? { id } : {})}
            {...(value ? { value } : {})}
            onChange={(next: string) => onChange?.(next)}
            options={items.map((each) => ({
              value: each.id,
              label: (
                <span className="row">
                  <b>
                    {t(`packages.flavor.${each.flavor}`)} {each.version}
                  </b>
                  <span className="faint">{each.architecture}</span>
                  <StateMark of="support" value={each.support} />
                  {each.source === 'distribution' ? <span className="badge warn">{t('packages.demoOnly')}</span> : null}
                </span>
              ),
            }))}
          />
        )
      }
    </Loaded>
  );
}
