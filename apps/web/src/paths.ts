// Every address of the web in one place, so that a link can never point where there is no page.
function query(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** A public page of one council, as it read on a day. */
type CouncilVersion = { readonly council?: string | undefined; readonly on?: string | undefined };

export const paths = {
  front: () => '/',
  search: (
    question: {
      what?: string;
      near?: string;
      category?: string;
      person?: string | undefined;
      without?: string | undefined;
    } = {},
  ) => `/search${query(question)}`,
  listing: (slug: string, chosen: { person?: string | undefined; line?: string | undefined } = {}) =>
    `/listings/${slug}${query(chosen)}`,
  organisation: (slug: string) => `/organisations/${slug}`,
  events: (asked: Readonly<Record<string, string>> = {}) => `/events${query(asked)}`,
  basket: () => '/basket',
  /** The same again as a line of an order of the past, where one is named. */
  addToBasket: (offerId: string, person?: string, again: { readonly order?: string; readonly line?: string } = {}) =>
    `/basket/add/${offerId}${query({ person, ...again })}`,
  basketItem: (itemId: string) => `/basket/items/${itemId}`,
  checkout: () => '/basket/checkout',
  receipt: (placementId: string) => `/basket/receipts/${placementId}`,

  signIn: (next?: string) => `/sign-in${query({ next })}`,
  /** To buy, or as who has something to list. */
  signUp: (as?: string) => `/sign-up${query({ as })}`,
  listWhatYouDo: () => '/list-what-you-do',
  paperCode: () => '/paper-codes',
  forgotPassword: () => '/forgotten-password',
  resetPassword: (token: string) => `/reset-password/${token}`,
  confirmEmail: (token: string) => `/confirm-email/${token}`,
  acceptInvitation: (token: string) => `/invitations/${token}`,
  lookAround: () => '/look-around',
  outbox: (cursor?: string) => `/outbox${query({ cursor })}`,
  account: () => '/my-account',

  myPlace: () => '/my-place',
  person: (personId: string) => `/people/${personId}`,
  personMoney: (personId: string) => `/people/${personId}/money`,
  personStatement: (personId: string, lineId: string) => `/people/${personId}/money/${lineId}`,
  personWeek: (personId: string) => `/people/${personId}/week`,
  personWhoLooked: (personId: string) => `/people/${personId}/who-looked`,
  personOrders: (personId: string) => `/people/${personId}/orders`,
  personKept: (personId: string, asked: { line?: string | undefined; cursor?: string } = {}) =>
    `/people/${personId}/kept-listings${query(asked)}`,
  /** `of` are slugs with commas between. */
  personCompare: (personId: string, of: string, line?: string) =>
    `/people/${personId}/kept-listings/compare${query({ of, line })}`,
  /** With `next`, choosing somebody leads there. */
  people: (asked: { search?: string; cursor?: string; next?: string | undefined } = {}) => `/people${query(asked)}`,
  caseloads: (account?: string, cursor?: string) => `/caseloads${query({ account, cursor })}`,
  personRecord: (personId: string) => `/people/${personId}/record`,
  personMandates: (personId: string) => `/people/${personId}/mandates`,
  paperAccounts: (personId: string) => `/people/${personId}/paper-accounts`,
  personEnding: (personId: string) => `/people/${personId}/ending`,
  changeLine: (personId: string, lineId: string) => `/people/${personId}/money/${lineId}/change`,
  finalStatement: (personId: string) => `/people/${personId}/final-statement`,
  finalStatements: (cursor?: string) => `/final-statements${query({ cursor })}`,
  orders: () => '/orders',
  order: (id: string) => `/orders/${id}`,
  confirmVisits: () => '/visits/to-confirm',
  visit: (id: string) => `/visits/${id}`,
  messages: () => '/messages',
  questions: (cursor?: string) => `/questions${query({ cursor })}`,
  questionReports: (cursor?: string) => `/question-reports${query({ cursor })}`,
  question: (id: string, cursor?: string) => `/questions/${id}${query({ cursor })}`,
  buildUp: () => '/build-up',
  /** With what a basket lacks, that much is proposed, and the page leads back to the basket. */
  newCardPayment: (lineId: string, lackingPence?: number) =>
    `/card-payments/new/${lineId}${lackingPence === undefined ? '' : `?lacking=${lackingPence}`}`,

  providerWeek: () => '/provider/week',
  providerOrders: (state?: string, cursor?: string) => `/provider/orders${query({ state, cursor })}`,
  providerOrder: (id: string) => `/provider/orders/${id}`,
  providerVisit: (id: string) => `/provider/visits/${id}`,
  providerActuals: () => '/provider/actuals',
  providerWorkers: (state?: string, cursor?: string) => `/provider/workers${query({ state, cursor })}`,
  providerWorker: (id: string) => `/provider/workers/${id}`,
  providerInvoices: () => '/provider/invoices',
  providerListings: (of?: string, page?: number) => `/provider/listings${query({ of, page: page?.toString() })}`,
  providerPhotos: (of: { organisation?: string; listing?: string }) => `/provider/photos${query(of)}`,
  providerListing: (id: string) => `/provider/listings/${id}`,
  providerNewListing: (organisationId: string) => `/provider/organisations/${organisationId}/new-listing`,
  providerNewOffer: (listingId: string) => `/provider/listings/${listingId}/new-offer`,
  openStore: (as?: string) => `/provider/organisations/new${query({ as })}`,
  /** One step of the way from nothing to a listing; without one, the first that is not done. */
  providerListingStep: (id: string, step?: string) => `/provider/listings/${id}/steps${step ? `/${step}` : ''}`,
  /** One step alone, from the last look and back to it. */
  providerListingChange: (id: string, step: string) => `/provider/listings/${id}/steps/${step}?then=check`,
  providerDates: (id: string) => `/provider/listings/${id}/dates`,
  providerDate: (id: string, event: string, date: string) => `/provider/listings/${id}/dates/${event}/${date}`,
  providerPreview: (id: string) => `/provider/listings/${id}/preview`,
  listingReviews: (cursor?: string) => `/listing-reviews${query({ cursor })}`,
  listingReview: (id: string) => `/listing-reviews/${id}`,
  providerChecks: (organisationId: string) => `/provider/organisations/${organisationId}/checks`,
  schoolTerms: () => '/school-terms',
  withheldListings: (cursor?: string) => `/withheld-listings${query({ cursor })}`,
  withheldListing: (id: string) => `/withheld-listings/${id}`,
  providerOrganisation: (id: string) => `/provider/organisations/${id}`,
  providerBudgetLines: () => '/provider/budget-lines',
  invoices: () => '/invoices',
  invoice: (id: string) => `/invoices/${id}`,
  creditInvoice: (id: string) => `/invoices/${id}/credit`,

  financeExceptions: (state?: string, cursor?: string) => `/finance/exceptions${query({ state, cursor })}`,
  financeException: (id: string) => `/finance/exceptions/${id}`,
  payIns: (state?: string, cursor?: string) => `/finance/pay-ins${query({ state, cursor })}`,
  paymentRuns: () => '/finance/payment-runs',
  paymentProposal: (funder: string, page: { due?: string; left?: string } = {}) =>
    `/finance/payment-runs/new${query({ funder, ...page })}`,
  paymentRun: (id: string, cursor?: string) => `/finance/payment-runs/${id}${query({ cursor })}`,
  paymentCameBack: (runId: string, paymentId: string) => `/finance/payment-runs/${runId}/came-back/${paymentId}`,
  funders: () => '/funders',
  addFunder: () => '/funders/add',
  funder: (id: string) => `/funders/${id}`,
  funderStatement: (id: string, span: { from?: string | undefined; to?: string | undefined; cursor?: string } = {}) =>
    `/funders/${id}/statement${query(span)}`,
  payeeAccounts: (cursor?: string) => `/finance/payee-accounts${query({ cursor })}`,
  payeeAccount: (of: {
    readonly organisation?: string | undefined;
    readonly line?: string | undefined;
    readonly name?: string;
  }) => `/finance/payee-accounts/one${query(of)}`,
  bankAccount: () => '/provider/bank-account',
  insights: () => '/insights',
  auditEntries: () => '/audit-entries',
  trace: (reference: string) => `/traces/${reference}`,
  imports: () => '/imports',
  accounts: () => '/accounts',
  letters: (state?: string, cursor?: string) => `/letters${query({ state, cursor })}`,
  letter: (id: string) => `/letters/${id}`,
  invite: () => '/accounts/invite',

  councilSettings: () => '/council-settings',
  councilSetting: (key: string) => `/council-settings/${key}`,

  contact: (of: CouncilVersion = {}) => `/contact${query(of)}`,
  complaints: (of: CouncilVersion = {}) => `/complaints${query(of)}`,
  privacy: (of: CouncilVersion = {}) => `/privacy${query(of)}`,
  accessibility: (of: CouncilVersion = {}) => `/accessibility${query(of)}`,
  about: () => '/about',
  agreedRates: (asked: { search?: string; cursor?: string } = {}) => `/agreed-rates${query(asked)}`,
  agreedRate: (offerId: string) => `/agreed-rates/${offerId}`,
  priceRises: (asked: { search?: string; state?: string; from?: string; cursor?: string } = {}) =>
    `/price-rises${query(asked)}`,
  priceRise: (id: string) => `/price-rises/${id}`,
  proposePriceRise: (of: { listing?: string } = {}) => `/price-rises/propose${query(of)}`,
  feeds: (asked: { cursor?: string } = {}) => `/feeds${query(asked)}`,
  feed: (id: string) => `/feeds/${id}`,
  addFeed: () => '/feeds/add',
} as const;
