// Signing in by a form that the browser posts by itself, for those whose browser runs no scripts. The same password check,
// the same limits and the same cookies as the API's; another site cannot post it.

import type { PostedForm } from '@support-market/api-client/public-pages';
import { problemOf } from '@support-market/domain/shared/problems';
import { SignInBody } from '../features/sessions/sessions.schemas.ts';
import { answerSignIn } from '../features/sessions/sign-in-request.ts';
import { fromOwnPages } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { fits } from '../http/compiled-schemas.ts';
import type { AppContext } from '../platform/context.ts';
import { type FieldProblem, ProblemError } from '../platform/problem-error.ts';
import { findSessionViewer } from '../platform/viewer.repo.ts';
import type { Pages } from './draw-pages.ts';

const FORM = 'application/x-www-form-urlencoded';
const MOST_BYTES = 8_192;

interface Typed {
  readonly email: string;
  readonly password: string;
  readonly next: string;
}

function check(typed: Typed): void {
  const missing: FieldProblem[] = (['email', 'password'] as const)
    .filter((field) => typed[field].trim() === '')
    .map((field) => ({ pointer: `/${field}`, code: 'field.required' }));
  if (missing.length > 0) throw new ProblemError('request.invalid', { errors: missing });
  if (!fits(SignInBody, { email: typed.email, password: typed.password })) throw new ProblemError('request.invalid');
}

export function registerSignInForm(app: App, context: AppContext, pages: Pages): void {
  // In a scope of its own: no other route takes a form that any site could post.
  void app.register(async (scope) => {
    scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) => {
      const fields = new URLSearchParams(String(body));
      const text = (name: string): string => fields.get(name) ?? '';
      done(null, { email: text('email'), password: text('password'), next: text('next') } satisfies Typed);
    });
    scope.post<{ Body: Typed | null }>(
      '/sign-in',
      { schema: { hide: true }, logLevel: 'silent', errorHandler: pages.sendFailure },
      async (request, reply) => {
        const typed = request.body;
        if (typed === null || typeof typed.email !== 'string') throw new ProblemError('request.unsupported_type');
        try {
          if (!fromOwnPages(request, context.config.publicUrl)) throw new ProblemError('csrf.missing');
          check(typed);
          const { sessionId } = await answerSignIn(context, request, reply, typed);
          const viewer = await findSessionViewer(context.identities, sessionId, context.clock.now());
          const roles = viewer?.memberships.map(({ role }) => role) ?? [];
          return reply.redirect(await pages.placeAfterSignIn(typed.next === '' ? null : typed.next, roles), 303);
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          const { code, errors, details } = error;
          // What was typed comes back, but never a password.
          const posted: PostedForm = {
            values: { email: typed.email },
            refusal: { code, status: problemOf(code).status, errors, details },
          };
          const again = typed.next === '' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: typed.next })}`;
          return pages.sendPosted(reply, again, posted);
        }
      },
    );
  });
}
