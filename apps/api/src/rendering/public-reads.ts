// What public pages are made of, read from the same services as the API's answers, without a request in between.

import type { PublicReads, Refusal } from '@support-market/api-client/public-pages';
import { parseDate } from '@support-market/domain/shared/local-time';
import { problemOf } from '@support-market/domain/shared/problems';
import type { TSchema } from 'typebox';
import { Token } from '../features/accounts/accounts.schemas.ts';
import { checkMailedLink } from '../features/accounts/accounts.service.ts';
import { seeInvitation } from '../features/accounts/invitations.service.ts';
import { viewCategories } from '../features/categories/categories.service.ts';
import { CouncilPageQuery } from '../features/councils/councils.routes.ts';
import { viewCouncil } from '../features/councils/councils.service.ts';
import { EventsQuery } from '../features/events/events.routes.ts';
import { askedOf, whatIsOn } from '../features/events/events.service.ts';
import { viewPublicListing } from '../features/listings/listing-page.service.ts';
import { SearchQuery, SlugParams } from '../features/listings/listings.schemas.ts';
import { type SearchNote, searchCatalogue } from '../features/listings/search.service.ts';
import { viewOrganisation } from '../features/organisations/organisations.service.ts';
import { viewPhotos } from '../features/photos/photos.service.ts';
import { viewSession } from '../features/sessions/sessions.service.ts';
import { fits } from '../http/compiled-schemas.ts';
import { plain } from '../http/plain-answers.ts';
import type { AppContext } from '../platform/context.ts';
import { ProblemError, unwrap } from '../platform/problem-error.ts';

/** What the route of the same name would take of a page's address, part by part: the page is shown as if the rest were not there. */
function whatFits<Question extends object>(schema: TSchema, question: Question): Question {
  const parts = Object.entries(question).filter(([name, value]) => fits(schema, { [name]: value }));
  return Object.fromEntries(parts) as Question;
}

/** What an address may have of a search that no catalogue knows: a cursor of another list, a category or a language that is none. */
const MAY_BE_UNKNOWN = ['cursor', 'category', 'language'] as const;

/** A page of the search, as if what is refused of the address were not there. */
async function search(context: AppContext, question: SearchQuery): ReturnType<typeof searchCatalogue> {
  try {
    return await searchCatalogue(context, null, question);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const refused = error.errors.map(({ pointer }) => pointer);
    const dropped = MAY_BE_UNKNOWN.filter(
      (name) => question[name] !== undefined && refused.includes(`/querystring/${name}`),
    );
    if (dropped.length === 0) throw error;
    return search(
      context,
      Object.fromEntries(
        Object.entries(question).filter(([name]) => !dropped.some((one) => one === name)),
      ) as SearchQuery,
    );
  }
}

/** An address that no record can have is one that none has. */
function checkSlug(slug: string): void {
  if (!fits(SlugParams, { slug })) throw new ProblemError('record.not_found');
}

/** The answer as it leaves over HTTP: the routes' own tests hold its shape to the description that this type is made of. */
async function read<Name extends keyof PublicReads>(
  answer: () => Promise<unknown>,
): Promise<Awaited<ReturnType<PublicReads[Name]>>> {
  try {
    return plain(await answer()) as Awaited<ReturnType<PublicReads[Name]>>;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const refusal: Refusal = {
      code: error.code,
      status: problemOf(error.code).status,
      errors: error.errors,
      details: error.details,
    };
    throw new Error(error.code, { cause: refusal });
  }
}

/** Everything as a stranger may read it, signed out. */
export function publicReads(
  context: AppContext,
  { onSearched, lookAround }: { readonly onSearched: (note: SearchNote) => void; readonly lookAround: boolean },
): PublicReads {
  return {
    session: () =>
      read<'session'>(() => viewSession(context, { viewer: null, sessionId: null, renewable: false, lookAround })),
    council: (slug, on) =>
      read<'council'>(async () => {
        if (!fits(CouncilPageQuery.params, { slug })) throw new ProblemError('record.not_found');
        return viewCouncil(context, slug, whatFits(CouncilPageQuery.querystring, { on: on ?? undefined }).on);
      }),
    categories: () => read<'categories'>(() => viewCategories(context)),
    searchListings: (question) =>
      read<'searchListings'>(async () => {
        const { body, note } = await search(context, whatFits(SearchQuery, question) as SearchQuery);
        if (note) onSearched(note);
        return JSON.parse(body);
      }),
    listing: (slug) =>
      read<'listing'>(async () => {
        checkSlug(slug);
        return JSON.parse(await viewPublicListing(context, slug));
      }),
    organisation: (slug) =>
      read<'organisation'>(async () => {
        checkSlug(slug);
        return viewOrganisation(context, slug);
      }),
    events: (question) =>
      read<'events'>(async () => {
        const asked = whatFits(EventsQuery, question);
        const { from, to, withOff, counts, limit } = asked;
        return whatIsOn(context, {
          from: from === undefined ? null : unwrap(parseDate(from), '/querystring/from'),
          to: to === undefined ? null : unwrap(parseDate(to), '/querystring/to'),
          ...askedOf(asked),
          withOff: withOff ?? true,
          counts: counts ?? false,
          limit: limit ?? 200,
        });
      }),
    mailedLink: (purpose, token) =>
      read<'mailedLink'>(async () => {
        if (!fits(Token, token)) throw new ProblemError('token.not_valid');
        await checkMailedLink(context, purpose, token);
        return {};
      }),
    invitation: (token) =>
      read<'invitation'>(async () => {
        if (!fits(Token, token)) throw new ProblemError('token.not_valid');
        return seeInvitation(context, token);
      }),
    photos: (subject) => read<'photos'>(() => viewPhotos(context, subject)),
  };
}
