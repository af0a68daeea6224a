import { ExplainedThing, type Explanation, explainRight, RightsThing } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { HomeLink, Loaded } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { pageOfThing } from '../../shared/page/thing-pages.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { NothingHere } from '../frame/NothingHere.tsx';
import { EffectiveRights } from './EffectiveRights.tsx';

/** Why can't I see it? Linked from the pages of what is not found. */
export function WhyPage() {
  const { thing, id = '' } = useParams();
  const known = ExplainedThing.options.find((option) => option === thing);
  return known ? <Why thing={known} id={id} /> : <NothingHere />;
}

function Why({ thing, id }: { thing: ExplainedThing; id: string }) {
  const { t } = useTranslation();
  const explanation = useAnswer(explainRight, { query: { thing, id } });
  return (
    <div className="page">
      <PageHead title={t('rights.whyTitle')} />
      <p className="soft">
        {t(`rights.thing.${thing}`)} <code>{id}</code>
      </p>
      <Loaded query={explanation}>{(found) => <Told {...found} />}</Loaded>
    </div>
  );
}

function Told({ answer, thing, id, words, would, ask, roles, rights }: Explanation) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <Panel title={t(`rights.answer.${answer}`)}>
      <div className="stack">
        {answer === 'hidden' ? null : <p>{pick(words)}</p>}
        {would.length > 0 ? (
          <div>
            <strong>{t('rights.wouldShow')}</strong>
            <ul>
              {would.map((one) => (
                <li key={one.scopeKind}>
                  {pick(one.words)} <span className="faint">{t(`frame.account.roles.${one.role}`)}</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {ask.length > 0 ? (
          <p>
            <strong>{t('rights.askWhom')}</strong> {ask.join(' · ')}
          </p>
        ) : null}
        {answer === 'seen' ? (
          <p>
            {roles.map((role) => t(`frame.account.roles.${role}`)).join(' · ')}{' '}
            <Link to={pageOfThing(thing, id)}>{t('rights.open')}</Link>{' '}
            {RightsThing.options.some((option) => option === thing) ? (
              <Link to={`/rights/${thing}/${id}`}>{t('rights.who')}</Link>
            ) : null}
          </p>
        ) : null}
        {rights.length > 0 ? <EffectiveRights rights={rights} /> : null}
        <p className="row">
          <Link to="/rights">{t('rights.mine')}</Link> <HomeLink />
        </p>
      </div>
    </Panel>
  );
}
