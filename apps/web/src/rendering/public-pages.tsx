// The pages that anyone can open, each with what has to be read before it can be drawn. Nothing here is fetched: the
// reads are handed in, and what they answer lies ready under the keys that the page's own hooks ask for.

import type { PostedForm, PublicReads } from '@support-market/api-client/public-pages';
import { wordsIn } from '@support-market/words/words-in';
import type { QueryKey } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Temporal } from 'temporal-polyfill';
import { mailedLinkKey } from '../features/accounts/api/mailed-link.ts';
import { invitationKey } from '../features/accounts/api/view-invitation.ts';
import { councilKey } from '../features/councils/api/council.ts';
import { askedDay } from '../features/councils/components/asked-day.ts';
import { datesOf, type EventsQuestion, eventsKey, MOST_EVENTS } from '../features/events/api/list-events.ts';
import { thisWeekKey } from '../features/events/api/list-events-this-week.ts';
import { SHOWN_EVENTS } from '../features/events/components/events-this-week.tsx';
import { choicesInAddress, readSpan } from '../features/events/components/span.ts';
import { CATEGORIES_KEY } from '../features/listings/api/list-categories.ts';
import { searchKey } from '../features/listings/api/search-listings.ts';
import { listingKey } from '../features/listings/api/view-listing.ts';
import { withDatesToCome } from '../features/listings/components/dates-to-come.ts';
import { readQuestion } from '../features/listings/components/question.ts';
import { organisationKey } from '../features/organisations/api/view-organisation.ts';
import { photosKey } from '../features/photos/api/photos.ts';
import { addDays } from '../format/dates.ts';
import { Page as AcceptInvitation } from '../pages/accounts/accept-invitation.tsx';
import { Page as ConfirmEmail } from '../pages/accounts/confirm-email.tsx';
import { Page as ForgottenPassword } from '../pages/accounts/forgotten-password.tsx';
import { Page as ListWhatYouDo } from '../pages/accounts/list-what-you-do.tsx';
import { Page as PaperCode } from '../pages/accounts/paper-code.tsx';
import { Page as ResetPassword } from '../pages/accounts/reset-password.tsx';
import { Page as SignIn } from '../pages/accounts/sign-in.tsx';
import { Page as SignUp } from '../pages/accounts/sign-up.tsx';
import { Page as About } from '../pages/councils/about.tsx';
import { Page as Accessibility } from '../pages/councils/accessibility.tsx';
import { Page as Complaints } from '../pages/councils/complaints.tsx';
import { Page as Contact } from '../pages/councils/contact.tsx';
import { Page as Front } from '../pages/councils/front.tsx';
import { Page as Privacy } from '../pages/councils/privacy.tsx';
import { Page as Events } from '../pages/events/events.tsx';
import { Page as Listing } from '../pages/listings/listing.tsx';
import { Page as Search } from '../pages/listings/search.tsx';
import { Page as Organisation } from '../pages/organisations/organisation.tsx';
import { paths } from '../paths.ts';
import { problemOf } from './refusals.ts';
import {
  aboutCouncilPage,
  aboutEvents,
  aboutFront,
  aboutListing,
  aboutMailed,
  aboutNothing,
  aboutOrganisation,
  aboutSearch,
  aboutWords,
  type Said,
} from './said.ts';

export type Asking = {
  readonly reads: PublicReads;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly session: Awaited<ReturnType<PublicReads['session']>>;
  /** Today in London by the server's clock, "2026-11-03". */
  readonly today: string;
  /** "https://support.example", for addresses that others read. */
  readonly publicUrl: string;
  /** The form that was sent and led here. */
  readonly posted?: PostedForm | undefined;
};

/** What was read: under which key the page looks for it, and what it says. */
export type Read = readonly [key: QueryKey, answer: unknown];

export type PublicPage = {
  readonly path: string;
  readonly Page: ComponentType;
  /** Refuses as the reads do. Answers what the page is drawn from and what it says of itself to search engines and previews. */
  readonly read: (asking: Asking) => Promise<{
    readonly reads: readonly Read[];
    readonly said: Said;
    /** The status where the page itself says what is wrong with its address. */
    readonly refused?: 400 | 410;
  }>;
};

const one = ({ slug = '' }: Asking['params']): string => slug;

/** A page that is made of words alone. */
function ofWords(path: string, Page: ComponentType, page: Parameters<typeof aboutWords>[0]): PublicPage {
  return { path, Page, read: async () => ({ reads: [], said: aboutWords(page) }) };
}

function ofCouncil(page: 'accessibility' | 'complaints' | 'contact' | 'privacy', Page: ComponentType): PublicPage {
  return {
    path: `/${page}`,
    Page,
    read: async ({ reads, query, session }) => {
      const asked = query.get('council');
      const slug = asked ?? session.councilSlug;
      // With several councils to choose from, the page is the choice.
      if (slug === null || (asked === null && session.councils.length > 1)) {
        return { reads: [], said: aboutCouncilPage(page, null, { query, councils: session.councils.length }) };
      }
      const on = askedDay(query);
      const council = await reads.council(slug, on);
      return {
        reads: [[councilKey(slug, on), council]],
        said: aboutCouncilPage(page, council, { query, councils: session.councils.length }),
      };
    },
  };
}

const sayAccounts = wordsIn().say('accounts');
const ofMail = (lead: 'confirm.lead' | 'invitation.title' | 'reset.title') => ({
  reads: [],
  said: aboutMailed(sayAccounts(lead)),
});

/** Null for a link that no longer works, of which its page speaks itself. */
function whereGone(error: unknown): null {
  if (problemOf(error).code === 'token.not_valid') return null;
  throw error;
}

/** A page of a link in a mail that works once. One that no longer works is said before a password is asked for. */
function ofMailedLink(
  path: string,
  Page: ComponentType,
  purpose: Parameters<PublicReads['mailedLink']>[0],
  lead: 'confirm.lead' | 'reset.title',
): PublicPage {
  return {
    path,
    Page,
    read: async ({ reads, params: { token = '' }, posted }) => {
      // The link that was just used works no more, and its page says that it did.
      if (posted?.refusal === null) return ofMail(lead);
      const works = (await reads.mailedLink(purpose, token).catch(whereGone)) !== null;
      return {
        ...ofMail(lead),
        reads: [[mailedLinkKey(token), works]],
        ...(!works && { refused: 410 as const }),
      };
    },
  };
}

export const PUBLIC_PAGES: readonly PublicPage[] = [
  {
    path: '/',
    Page: Front,
    read: async ({ reads, today, session, publicUrl }) => ({
      reads: [
        [
          thisWeekKey(today, SHOWN_EVENTS),
          await reads.events({ from: today, to: addDays(today, 7), withOff: false, limit: SHOWN_EVENTS }),
        ],
      ],
      said: aboutFront(session.councilName, publicUrl),
    }),
  },
  {
    path: '/search',
    Page: Search,
    read: async ({ reads, query }) => {
      const { question, asked, tooLong } = readQuestion(query, undefined);
      if (tooLong.length > 0)
        return {
          reads: [[CATEGORIES_KEY, await reads.categories()]],
          said: aboutNothing(paths.search()),
          refused: 400,
        };
      const [found, categories] = await Promise.all([reads.searchListings(question), reads.categories()]);
      return {
        reads: [
          [searchKey(question), found],
          [CATEGORIES_KEY, categories],
        ],
        said: aboutSearch(query, asked, found, categories),
      };
    },
  },
  {
    path: '/listings/:slug',
    Page: Listing,
    read: async ({ reads, params, session, publicUrl }) => {
      const slug = one(params);
      const [kept, photos] = await Promise.all([reads.listing(slug), reads.photos({ listing: slug })]);
      const listing = withDatesToCome(kept, Temporal.Instant.from(session.now));
      return {
        reads: [
          [listingKey(slug, undefined), listing],
          [photosKey({ listing: slug }), photos],
        ],
        said: aboutListing(listing, photos, publicUrl),
      };
    },
  },
  {
    path: '/organisations/:slug',
    Page: Organisation,
    read: async ({ reads, params, today, publicUrl }) => {
      const slug = one(params);
      const dates = datesOf(slug, today);
      const [organisation, photos, events] = await Promise.all([
        reads.organisation(slug),
        reads.photos({ organisation: slug }),
        reads.events({ ...dates, limit: MOST_EVENTS }),
      ]);
      return {
        reads: [
          [organisationKey(slug), organisation],
          [photosKey({ organisation: slug }), photos],
          [eventsKey(dates), events],
        ],
        said: aboutOrganisation(organisation, photos, publicUrl),
      };
    },
  },
  {
    path: '/events',
    Page: Events,
    read: async ({ reads, query, today, publicUrl }) => {
      const { span, month, choices, question, dayQuestion, isTooLong } = readSpan(query, today);
      if (isTooLong) return { reads: [], said: aboutNothing(paths.events()), refused: 400 };
      const ask = async (one: EventsQuestion) =>
        [eventsKey(one), await reads.events({ ...one, limit: MOST_EVENTS })] as const;
      const [whole, ...ofDay] = await Promise.all([ask(question), ...(dayQuestion ? [ask(dayQuestion)] : [])]);
      const isWhole = month === null && Object.keys(choicesInAddress(choices)).length === 0;
      return {
        reads: [whole, ...ofDay],
        said: aboutEvents(span, isWhole, whole[1], publicUrl),
      };
    },
  },
  ofWords('/about', About, 'about'),
  ofCouncil('accessibility', Accessibility),
  ofCouncil('complaints', Complaints),
  ofCouncil('contact', Contact),
  ofCouncil('privacy', Privacy),
  ofWords('/sign-in', SignIn, 'signIn'),
  {
    path: '/sign-up',
    Page: SignUp,
    read: async ({ query }) => ({ reads: [], said: aboutWords(query.has('as') ? 'signUpToList' : 'signUp') }),
  },
  ofWords('/list-what-you-do', ListWhatYouDo, 'listWhatYouDo'),
  ofWords('/paper-codes', PaperCode, 'paperCode'),
  ofWords('/forgotten-password', ForgottenPassword, 'forgot'),
  ofMailedLink('/confirm-email/:token', ConfirmEmail, 'confirm-email', 'confirm.lead'),
  ofMailedLink('/reset-password/:token', ResetPassword, 'password-reset', 'reset.title'),
  {
    path: '/invitations/:token',
    Page: AcceptInvitation,
    read: async ({ reads, params: { token = '' }, posted }) => {
      const { said } = ofMail('invitation.title');
      // The invitation that was just accepted is there no more, and its page says that it was.
      if (posted?.refusal === null) return { reads: [], said };
      const seen = await reads.invitation(token).catch(whereGone);
      return { reads: [[invitationKey(token), seen]], said, ...(seen === null && { refused: 410 as const }) };
    },
  },
];
