// Questions before buying, over HTTP: for a person's side and for the organisation that is asked.

import type { FastifyRequest } from 'fastify';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  AskIn,
  AskingOut,
  AskingQuery,
  EntriesQuery,
  QuestionIdOut,
  QuestionOut,
  QuestionsOut,
  QuestionsQuery,
  WordsIn,
} from './questions.schemas.ts';
import { type Asking, askQuestion, viewAsking, viewQuestion, viewQuestions, writeOn } from './questions.service.ts';

const askingOf = (request: FastifyRequest): Asking => ({ viewer: viewerOf(request), reach: reachFor(request) });

export function registerQuestions(app: App, context: AppContext): void {
  const tags = ['questions'];
  app.get(
    '/api/questions',
    {
      config: { action: 'question.view', audit: null },
      schema: {
        tags,
        operationId: 'listQuestions',
        summary: 'The questions that the viewer may read, those written in last first',
        querystring: QuestionsQuery,
        response: answers({ 200: QuestionsOut }),
      },
    },
    (request) => viewQuestions(context, askingOf(request), request.query),
  );
  app.get(
    '/api/questions/asking',
    {
      config: { action: 'question.ask', audit: null },
      schema: {
        tags,
        operationId: 'viewAsking',
        summary: 'Whether a listing can be asked about for a person, and how long an answer usually takes',
        querystring: AskingQuery,
        response: answers({ 200: AskingOut }),
      },
    },
    (request) => viewAsking(context, askingOf(request), request.query),
  );
  app.post(
    '/api/questions',
    {
      config: { action: 'question.ask', audit: 'question.asked' },
      schema: {
        tags,
        operationId: 'askQuestion',
        summary: 'Ask about a listing for a person; what was asked before is gone on with',
        headers: IdempotencyHeaders,
        body: AskIn,
        response: answers({ 201: QuestionIdOut }),
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      return reply.status(201).send(await askQuestion(context, askingOf(request), key, request.body));
    },
  );
  app.get(
    '/api/questions/:id',
    {
      config: { action: 'question.view', audit: 'question.viewed' },
      schema: {
        tags,
        operationId: 'viewQuestion',
        summary: 'One question with all that was written, newest first, and who may read it',
        params: IdParams,
        querystring: EntriesQuery,
        response: answers({ 200: QuestionOut }),
      },
    },
    (request) => viewQuestion(context, askingOf(request), request.params.id, request.query),
  );
  app.post(
    '/api/questions/:id/entries',
    {
      config: { action: 'question.view', audit: 'question.answered' },
      schema: {
        tags,
        operationId: 'writeOn',
        summary: 'Write on in a question, as the side that you are of',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: WordsIn,
        response: answers({ 201: QuestionIdOut }),
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const { id } = request.params;
      return reply.status(201).send(await writeOn(context, askingOf(request), key, id, request.body.words));
    },
  );
}
