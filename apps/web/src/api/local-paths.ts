// The few calls the shell itself makes, typed by hand until the generated schema of the API takes their place.

type Json<Body> = { content: { 'application/json': Body } };
type None = Record<string, never>;
type Refused = { content: { 'application/problem+json': { code: string; title: string; status: number } } };
type Read<Answer, Query = None> = {
  parameters: { query?: Query };
  responses: { 200: Json<Answer>; default: Refused };
};

export type EventSummary = {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt?: string | null;
  readonly placeName?: string | null;
  readonly organisationName?: string | null;
  readonly free?: boolean;
};

export interface LocalPaths {
  '/api/events': { get: Read<{ items: EventSummary[] }, { from?: string; to?: string; limit?: number }> };
}
