// The first page for someone who is not signed in: what this is, one search, eight kinds of support, and how it works.
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { EventsThisWeek } from '../../features/events/components/events-this-week.tsx';
import { paths } from '../../paths.ts';
import { usePageFocus } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { useKit } from '../../ui/kit.tsx';
import { Section } from '../../ui/layout.tsx';
import { CATEGORY_SLUGS, CategoryPicture } from '../../ui/pictures/categories.tsx';
import { STEP_KEYS, StepPicture } from '../../ui/pictures/steps.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('front');
  const sayKind = useWords('categories');
  const sayStep = useWords('steps');
  const { session, known } = useSession();
  const { Link } = useKit();
  const navigate = useNavigate();
  const heading = usePageFocus(say('title'));
  return (
    <>
      <div className="sm-hero">
        <div className="sm-container">
          {session.councilName && (
            <p className="sm-hero__council">{say('council', { council: session.councilName })}</p>
          )}
          <h1 tabIndex={-1} ref={heading}>
            {say('heading')}
          </h1>
          <p className="sm-lead">{say('lead')}</p>
          <SearchBox
            id="search"
            action={paths.search()}
            label={say('search.label')}
            what={{ label: say('search.what'), hint: say('search.whatHint') }}
            near={{ label: say('search.near'), hint: say('search.nearHint') }}
            button={say('search.button')}
            onSearch={(question) => void navigate(paths.search(question))}
          />
        </div>
      </div>
      <div className="sm-container sm-page">
        <Section title={say('categories')}>
          <ul className="sm-kinds">
            {CATEGORY_SLUGS.map((slug) => (
              <li key={slug}>
                <Link href={paths.search({ category: slug })} className="sm-kind">
                  <CategoryPicture slug={slug} size={64} />
                  <span className="sm-kind__name">{sayKind(`names.${slug}`)}</span>
                  <span className="sm-kind__text">{sayKind(`${slug}.text`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
        <EventsThisWeek />
        <Section title={say('how')} lead={say('howLead')}>
          <div className="sm-steps-wide">
            <Steps
              label={sayStep('title')}
              steps={STEP_KEYS.map((key) => ({
                key,
                title: sayStep(`${key}.title`),
                text: sayStep(`${key}.text`),
                picture: <StepPicture step={key} size={48} />,
              }))}
            />
          </div>
          {known && !session.signedIn && (
            <p className="sm-needs-scripts">
              <LinkButton href={paths.signIn()}>{say('signIn')}</LinkButton>
            </p>
          )}
        </Section>
        <section className="sm-invite" aria-labelledby="offer-support">
          <h2 id="offer-support">{say('provider.title')}</h2>
          <p>{say('provider.text')}</p>
          <LinkButton href={paths.listWhatYouDo()} look="secondary">
            {say('provider.action')}
          </LinkButton>
        </section>
      </div>
    </>
  );
}
