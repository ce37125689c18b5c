// The frame of a page that each council fills itself: of one council, as it reads today or read on an earlier day.

import type { PublicPage } from '@support-market/domain/settings/council-settings';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { sayDate } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { Page as Frame } from '../../../shell/page.tsx';
import { PageLoading } from '../../../shell/page-loading.tsx';
import { useSession } from '../../../shell/session.tsx';
import { Exact } from '../../../ui/exact.tsx';
import { useKit } from '../../../ui/kit.tsx';
import { Details } from '../../../ui/layout.tsx';
import { SummaryList } from '../../../ui/lists.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type Council, useCouncil } from '../api/council.ts';
import { askedDay } from './asked-day.ts';

const EMAIL = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;

/** A text in which mail addresses are links. */
export function Linked({ text }: { readonly text: string }): ReactNode {
  return text.split(EMAIL).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change their order
      <a key={index} className="govuk-link sm-break" href={`mailto:${part}`}>
        <Exact>{part}</Exact>
      </a>
    ),
  );
}

/** What a council wrote, with its empty lines as paragraphs. */
export function Paragraphs({ text }: { readonly text: string }): ReactNode {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (
      <p key={part} className="sm-lines">
        <Linked text={part} />
      </p>
    ));
}

export function Reach({
  telephone,
  email,
  address = '',
  hours = '',
}: {
  readonly telephone: string;
  readonly email: string;
  readonly address?: string;
  readonly hours?: string;
}): ReactNode {
  const say = useWords('councils');
  const rows = [
    {
      key: 'telephone',
      label: say('telephone'),
      text: telephone,
      value: (
        <a href={`tel:${telephone.replace(/[^+0-9]/g, '')}`}>
          <Exact>{telephone}</Exact>
        </a>
      ),
    },
    { key: 'hours', label: say('hours'), text: hours, value: hours },
    {
      key: 'email',
      label: say('email'),
      text: email,
      value: (
        <a className="sm-break" href={`mailto:${email}`}>
          <Exact>{email}</Exact>
        </a>
      ),
    },
    {
      key: 'address',
      label: say('address'),
      text: address,
      value: (
        <span className="sm-lines">
          <Exact words>{address}</Exact>
        </span>
      ),
    },
  ];
  return <SummaryList rows={rows.filter(({ text }) => text !== '')} />;
}

export function CouncilPage({
  page,
  children,
}: {
  readonly page: PublicPage;
  readonly children: (council: Council) => ReactNode;
}): ReactNode {
  const say = useWords('councils');
  const { session, known } = useSession();
  const [query] = useSearchParams();
  const { Link } = useKit();
  const asked = query.get('council');
  const on = askedDay(query);
  const mustChoose = asked === null && !session.signedIn && session.councils.length > 1;
  const { data, error } = useCouncil(mustChoose || !known ? null : (asked ?? session.councilSlug), on);
  const title = say(`${page}.title`);
  if (mustChoose) {
    return (
      <Frame title={title} heading={say('choose')} lead={say('chooseText')} width="reading">
        <ul>
          {session.councils.map(({ slug, name }) => (
            <li key={slug}>
              <Link href={paths[page]({ council: slug })}>{name}</Link>
            </li>
          ))}
        </ul>
      </Frame>
    );
  }
  if (error) throw error;
  if (!data) return <PageLoading />;
  const dates = data.versions.find((versions) => versions.page === page)?.dates ?? [];
  const begins = dates.find((date) => date <= data.on);
  const earlier = dates.filter((date) => date !== begins);
  const council = asked ?? undefined;
  return (
    <Frame
      title={asked === null ? title : say('titleOf', { title, council: data.name })}
      heading={title}
      lead={say(`${page}.lead`, { council: data.name })}
      width="reading"
    >
      {on !== null && (
        <Notice kind="info">
          <p>
            {say('asOf', { day: sayDate(data.on) })} <Link href={paths[page]({ council })}>{say('today')}</Link>
          </p>
        </Notice>
      )}
      {children(data)}
      {begins !== undefined && <p className="sm-small">{say('version', { day: sayDate(begins) })}</p>}
      {earlier.length > 0 && (
        <Details summary={say('versions')}>
          <ul>
            {earlier.map((date) => (
              <li key={date}>
                <Link href={paths[page]({ council, on: date })}>{sayDate(date)}</Link>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Frame>
  );
}
