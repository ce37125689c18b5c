// One closed table from a problem's code to its HTTP status and title, so that the same refusal looks the same everywhere.
// Source: RFC 9457. Keep the codes sorted; every code also has plain words in apps/web/src/words.

export const PROBLEMS = {
  'actuals.columns_wrong': { status: 422, title: 'The columns are not the ones we expect' },
  'actuals.end_missing': { status: 422, title: 'The end time is missing' },
  'actuals.more_than_one_visit': { status: 422, title: 'More than one visit fits this row' },
  'actuals.reference_missing': { status: 422, title: 'The order or visit reference is missing' },
  'actuals.start_missing': { status: 422, title: 'The start time is missing' },
  'actuals.visit_twice': { status: 422, title: 'Another row of this file is about the same visit' },
  'actuals.worker_missing': { status: 422, title: 'The name or number of the worker is missing' },
  'basket.changed': { status: 409, title: 'The basket or a price in it changed' },
  'basket.empty': { status: 422, title: 'The basket is empty' },
  'basket.item_without_price': { status: 422, title: 'Something in the basket has no price' },
  'basket.line_not_found': { status: 422, title: 'The budget line chosen to pay was not found' },
  'basket.line_of_another_family': { status: 422, title: 'That budget line belongs to another family' },
  'basket.share_weight_not_positive': { status: 422, title: 'Every share must be more than nothing' },
  'basket.shares_missing': { status: 422, title: 'Choose which budget line pays' },
  'basket.too_many_items': { status: 422, title: 'There are too many things in the basket' },
  'budget.not_enough_money': { status: 409, title: 'There is not enough money left' },
  'budget_line.arrangement_does_not_fit': { status: 422, title: 'This kind of money cannot be held in that way' },
  'budget_line.award_lowered': { status: 409, title: 'An award is never lowered by a file' },
  'budget_line.dates_wrong': { status: 422, title: 'The last day is not after the first day' },
  'budget_line.holder_missing': { status: 422, title: 'Who holds the money is missing' },
  'budget_line.kind_changed': {
    status: 409,
    title: 'Where the money comes from, or who holds it, is not changed by a file',
  },
  'budget_line.not_open': { status: 409, title: 'This budget line is not open' },
  'budget_line.not_own_money': { status: 409, title: 'Only your own money can be topped up by card' },
  'card.amount_out_of_range': { status: 422, title: 'That amount cannot be paid by card' },
  'card.declined': { status: 409, title: 'The card was declined' },
  'card.unavailable': { status: 503, title: 'Card payments are not working at the moment' },
  'csrf.missing': { status: 403, title: 'The request did not come from our own pages' },
  'date.does_not_exist': { status: 422, title: 'That date does not exist' },
  'date.not_a_date': { status: 422, title: 'That is not a date' },
  'email.already_used': { status: 409, title: 'That e-mail address is already in use' },
  'file.not_readable': { status: 422, title: 'The file could not be read' },
  'file.too_large': { status: 413, title: 'The file is too large' },
  'file.too_many_rows': { status: 422, title: 'The file has too many rows' },
  'idempotency.in_progress': { status: 409, title: 'The same request is still being worked on' },
  'idempotency.key_missing': { status: 400, title: 'The request needs an idempotency key' },
  'idempotency.other_body': { status: 409, title: 'The same key came before with another request' },
  'import.columns_wrong': { status: 422, title: 'The columns are not the ones we expect' },
  'invoice.already_invoiced': { status: 409, title: 'This delivery is already on an invoice' },
  'invoice.not_draft': { status: 409, title: 'The invoice is no longer a draft' },
  'invoice.number_out_of_range': { status: 422, title: 'The invoice number is out of range' },
  'listing.not_published': { status: 409, title: 'The listing is not published' },
  'mandate.ended': { status: 403, title: 'The mandate has ended' },
  'mandate.line_not_covered': { status: 403, title: 'The mandate does not cover this budget line' },
  'mandate.missing': { status: 403, title: 'There is no mandate for this person' },
  'mandate.not_started': { status: 403, title: 'The mandate has not started yet' },
  'mandate.over_limit': { status: 403, title: 'The amount is over the limit of the mandate' },
  'money.negative': { status: 422, title: 'An amount cannot be below zero' },
  'money.not_a_number': { status: 422, title: 'That is not an amount of money' },
  'money.too_large': { status: 422, title: 'The amount is too large' },
  'money.too_many_decimals': { status: 422, title: 'An amount has at most two digits after the point' },
  'offer.needs_a_time': { status: 422, title: 'Choose the days and times' },
  'offer.not_on_sale': { status: 409, title: 'The offer is not on sale on that date' },
  'offer.not_on_that_day': { status: 422, title: 'The offer is not for that day of the week' },
  'offer.visit_too_short': { status: 422, title: 'The visit is shorter than the offer allows' },
  'order.approver_is_buyer': { status: 403, title: 'Someone else must approve this order' },
  'order.not_accepted': { status: 409, title: 'The provider has not accepted this order' },
  'order.not_placed': { status: 409, title: 'The order is no longer waiting for an answer' },
  'order.quantity_not_positive': { status: 422, title: 'The quantity must be a whole number above zero' },
  'password.about_you': { status: 422, title: 'The password has your name or e-mail address in it' },
  'password.too_common': { status: 422, title: 'The password is one that many people use' },
  'password.too_short': { status: 422, title: 'The password is too short' },
  'payment_run.date_in_the_past': { status: 422, title: 'The payment date has passed' },
  'payment_run.empty': { status: 409, title: 'There is nothing to pay' },
  'payment_run.not_a_working_day': { status: 422, title: 'The payment date is not a working day' },
  'payment_run.same_person': { status: 403, title: 'Someone else must authorise this payment run' },
  'permission.denied': { status: 403, title: 'You may not do this' },
  'postcode.not_a_postcode': { status: 422, title: 'That is not a postcode' },
  'postcode.unknown': { status: 404, title: 'We do not know that postcode' },
  'rate.limited': { status: 429, title: 'Too many requests; try again shortly' },
  'record.changed': { status: 409, title: 'Someone else changed this first' },
  'record.not_found': { status: 404, title: 'Not found' },
  'request.invalid': { status: 400, title: 'Something in the request is not right' },
  'request.not_json': { status: 400, title: 'The request is not readable JSON' },
  'request.too_large': { status: 413, title: 'The request is too large' },
  'request.unsupported_type': { status: 415, title: 'This kind of content is not accepted' },
  'row.not_text': { status: 422, title: 'The row holds something that is not text' },
  'row.too_long': { status: 422, title: 'The row is too long to read' },
  'row.too_many_cells': { status: 422, title: 'The row has more cells than there are columns' },
  'schedule.ends_before_start': { status: 422, title: 'The last day is before the first day' },
  'schedule.in_the_past': { status: 422, title: 'That day has passed' },
  'schedule.no_visits': { status: 422, title: 'There is no visit between those dates' },
  'schedule.outside_budget_year': { status: 422, title: 'The dates are outside the budget year' },
  'schedule.pattern_empty': { status: 422, title: 'Choose at least one day and time' },
  'schedule.too_many_visits': { status: 422, title: 'There are too many visits in one order' },
  'schedule.visit_too_long': { status: 422, title: 'A visit must last between 1 minute and 24 hours' },
  'server.unexpected': { status: 500, title: 'Something went wrong on our side' },
  'service.unavailable': { status: 503, title: 'The service is not ready' },
  'session.council_unknown': { status: 422, title: 'Your account has no place in that council' },
  'session.credentials_wrong': { status: 401, title: 'The e-mail address or password is not right' },
  'session.expired': { status: 401, title: 'Your session has ended; sign in again' },
  'session.required': { status: 401, title: 'Sign in first' },
  'session.wait': { status: 429, title: 'Too many tries; wait a little' },
  'state.not_allowed': { status: 409, title: 'That cannot be done at this stage' },
  'time.in_clock_change_gap': { status: 422, title: 'That time does not exist: the clocks go forward' },
  'time.in_clock_change_overlap': { status: 422, title: 'That time happens twice: the clocks go back' },
  'time.not_a_time': { status: 422, title: 'That is not a time' },
  'token.not_valid': { status: 410, title: 'The link is no longer valid' },
  'visit.already_settled': { status: 409, title: 'The visit has already been paid for or settled' },
  'visit.already_started': { status: 409, title: 'The visit has already been started' },
  'visit.ends_before_start': { status: 422, title: 'The visit ends before it starts' },
  'visit.in_the_future': { status: 422, title: 'The visit has not happened yet' },
  'visit.longer_than_24_hours': { status: 422, title: 'The visit is longer than 24 hours' },
  'visit.not_planned': { status: 409, title: 'The visit can no longer be recorded' },
  'visit.not_recorded': { status: 409, title: 'The visit is not waiting to be confirmed' },
  'visit.not_started': { status: 409, title: 'The visit has not been started' },
  'visit.other_day': { status: 422, title: 'The times are more than a week from the planned day' },
  'visit.overlap': { status: 409, title: 'The visit overlaps another visit of the same worker' },
  'webhook.refused': { status: 400, title: 'The message is not signed as it should be' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** The codes one function may answer with, checked by the compiler against the table. */
export type CodeOf<Code extends ProblemCode> = Code;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text);
}

/** The HTTP status and title of a code; an unknown one is our fault and looks like any other fault of ours. */
export function problemOf(code: string): {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
} {
  const known: ProblemCode = isProblemCode(code) ? code : 'server.unexpected';
  return { code: known, ...PROBLEMS[known] };
}
