import { getStandardVersion, type StandardRule, type Want } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { usePick } from '../../shared/words/use-words.ts';

/** Every rule of one version, with its reason. */
export function StandardVersionPage() {
  const { standardId = '', version = '1' } = useParams();
  const { t } = useTranslation();
  const pick = usePick();
  const standard = useAnswer(getStandardVersion, { params: { standardId, version: Number(version) } });
  return (
    <div className="page">
      <Loaded query={standard}>
        {({ name, version: { version: number, note, publishedAt, publishedBy, rules: count }, rules }) => (
          <>
            <PageHead
              title={t('standard.versionOf', { name, version: number })}
              beside={
                <span className="row wrap soft">
                  <Link to="/standards/standards">{t('standard.standards')}</Link>
                  <span>{t('standard.rules', { count })}</span>
                  <span>
                    <RelativeTime at={publishedAt} /> · {publishedBy ?? t('standard.shipped')}
                  </span>
                  {publishedBy ? <span>{note}</span> : null}
                </span>
              }
            />
            <Panel title={t('standard.rulesTitle')} flush>
              <LongTable
                rowKey="code"
                rows={rules}
                minWidth={900}
                columns={[
                  {
                    title: t('standard.rule'),
                    key: 'rule',
                    width: 260,
                    render: (_, { title, code, kind }) => (
                      <>
                        {pick(title)}
                        <div className="faint">
                          {t(`standard.kinds.${kind}`)} · <code>{code}</code>
                        </div>
                      </>
                    ),
                  },
                  {
                    title: t('standard.wanted'),
                    key: 'wanted',
                    width: 240,
                    render: (_, rule) => <code className="standard-found">{textOf(rule)}</code>,
                  },
                  { title: t('standard.why'), key: 'why', render: (_, { why }) => pick(why) },
                  {
                    title: t('standard.grade'),
                    key: 'grade',
                    width: 90,
                    render: (_, { grade }) => t(`standard.grades.${grade}`),
                  },
                  {
                    title: t('standard.applies'),
                    key: 'applies',
                    width: 150,
                    render: (_, rule) => <Applies rule={rule} />,
                  },
                ]}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Applies({ rule: { applies } }: { rule: StandardRule }) {
  const { t } = useTranslation();
  const parts = [
    ...(applies.flavor ? [t(`packages.flavor.${applies.flavor}`)] : []),
    ...(applies.from ? [t('standard.from', { version: applies.from })] : []),
    ...(applies.below ? [t('standard.below', { version: applies.below })] : []),
    ...(applies.roles ?? []).map((role) => t(`cluster.roles.${role}`)),
    ...(applies.origin ? [t(`standard.origins.${applies.origin}`)] : []),
  ];
  return parts.length === 0 ? t('standard.appliesAll') : parts.join(' · ');
}

/** What is wanted, as it is written: the same in every language. */
function textOf(rule: StandardRule): string {
  switch (rule.kind) {
    case 'parameter':
      return `${rule.parameters.join(' | ')} ${wantText(rule.want)}`;
    case 'directory':
      return `${rule.parameter} ⊂ ${rule.within}`;
    case 'naming':
      return `${rule.of} /${rule.pattern}/`;
    case 'account':
      return rule.test;
    case 'version':
      return 'atLeast' in rule.test ? `≥ ${rule.test.atLeast}` : 'supportedUntil';
  }
}

function wantText(want: Want): string {
  if ('is' in want) return `= ${want.is === '' ? '""' : want.is}`;
  if ('oneOf' in want) return `= ${want.oneOf.join(' | ')}`;
  if ('atLeast' in want) return `≥ ${want.atLeast}`;
  if ('atMost' in want) return `≤ ${want.atMost}`;
  if ('has' in want) return `∋ ${want.has.join(', ')}`;
  if ('hasNot' in want) return `∌ ${want.hasNot.join(', ')}`;
  return `~ /${want.matches}/`;
}
