// The earlier day that the address of a council's page asks for.
import { parseDate } from '@support-market/domain/shared/local-time';

/** Null for today, and where the address says no day. */
export function askedDay(query: URLSearchParams): string | null {
  const day = parseDate(query.get('on') ?? '');
  return day.ok ? day.value.toString() : null;
}
