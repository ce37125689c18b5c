// Questions as a list, as a thread for each side, and asked from a listing: who can read it stands there, and nothing is sent twice.
import { fireEvent, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { MessageList } from '../../features/messages/components/message-list.tsx';
import { AskQuestion } from '../../features/questions/components/ask-question.tsx';
import { OrderQuestions } from '../../features/questions/components/order-questions.tsx';
import { navigationFor } from '../../shell/navigation.ts';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page as OnePage } from './question.tsx';
import { Page as ReportsPage } from './question-reports.tsx';
import { Page as ListPage } from './questions.tsx';

const head = {
  ...{ id: 'que_1', personName: 'Asha Example', organisationName: 'Bright Care', title: 'Care at home' },
  ...{ slug: 'care-at-home', side: 'person', writtenAt: '2026-11-02T09:00:00Z', lastSide: 'person', entries: 2 },
  orderId: null as string | null,
};
const entry = {
  id: 'quen_1',
  side: 'person',
  own: false,
  writtenBy: 'Ravi Example',
  writtenAt: '2026-11-01T09:00:00Z',
  words: 'Sundays?',
};
const answer = { ...entry, id: 'quen_2', side: 'provider', writtenBy: null, words: '<b>Yes</b>' };
const PERSON = { ...head, mayWrite: true, readers: ['Ravi Example'], items: [answer, entry], nextCursor: null };
const REPORT = {
  ...{
    id: 'quer_1',
    title: 'Care at home',
    personName: 'Asha Example',
    organisationName: 'Bright Care',
    side: 'provider',
  },
  ...{
    words: 'Find out yourself.',
    reportedSide: 'person',
    reason: 'This is rude.',
    reportedAt: '2026-11-02T09:00:00Z',
  },
};
let question: object = PERSON;
let asking: object = {};
let role: [string, string | null] = ['budget-holder', 'per_1'];
beforeEach(() => {
  question = PERSON;
  role = ['budget-holder', 'per_1'];
  asking = {
    mayAsk: true,
    questionId: null,
    organisationName: 'Bright Care',
    readers: [],
    usual: { within: 'days', count: 2 },
  };
});
const { asked } = answerWith(() => ({
  '/api/session': { ...signedInAs(...role), name: role[0] === 'budget-holder' ? 'Asha Example' : 'Sam' },
  '/api/questions': { items: [head], nextCursor: null },
  '/api/questions/asking': asking,
  '/api/questions/que_1': question,
  '/api/question-reports': { items: [REPORT], nextCursor: null },
}));

/** What was posted, each with its key, answered with a fault or done. */
function posts(status = 201): { readonly key: string | null; readonly body: unknown }[] {
  const list: { key: string | null; body: unknown }[] = [];
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'POST') return others(request);
    list.push({ key: request.headers.get('idempotency-key'), body: await request.json() });
    return Response.json(status < 300 ? { id: 'que_1' } : { code: 'server.unexpected', status }, { status });
  });
  return list;
}

async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id }) => id);
}

const one = () => renderPage(<OnePage />, { path: '/questions/:id', at: '/questions/que_1' });

it('is found by the menu of both sides and by the message about it, and not by officers', async () => {
  for (const who of ['budget-holder', 'broker', 'provider', 'community-group'] as const)
    expect(navigationFor([who]).map(({ href }) => href)).toContain('/questions');
  for (const who of ['commissioner', 'practitioner', 'auditor'] as const)
    expect(navigationFor([who]).map(({ href }) => href)).not.toContain('/questions');
  const details = { questionId: 'que_1', title: 'Care at home', organisationName: 'Bright Care' };
  const message = { id: 'msg_1', kind: 'question.answered', createdAt: '2026-11-02T09:00:00Z', readAt: null, details };
  await renderPage(<MessageList messages={[{ ...message, personId: 'per_1', personName: 'Asha' }]} />);
  expect(await screen.findByText('Bright Care has written back about “Care at home”.')).toBeTruthy();
  expect(screen.getByRole('link', { name: /^Open/ }).getAttribute('href')).toBe('/questions/que_1');
});

it('lists each with whom it is and who wrote last', async () => {
  const { container } = await renderPage(<ListPage />);
  expect((await screen.findByRole('link', { name: 'Care at home' })).getAttribute('href')).toBe('/questions/que_1');
  expect(container.textContent).toContain('Bright Care (Asha Example)');
  expect(await faults(container)).toEqual([]);
});

it('shows the thread in the order of time, as it was written, and says who can read it', async () => {
  const { container } = await one();
  await screen.findByText('<b>Yes</b>');
  const text = container.textContent ?? '';
  expect(text.indexOf('Sundays?')).toBeLessThan(text.indexOf('<b>Yes</b>'));
  expect(text).toContain(
    'Who can read this: you, Ravi Example and the people who work at Bright Care. The council cannot, unless somebody reports it.',
  );
  expect(text).toContain('Ravi Example, for The person’s side');
  expect(await faults(container)).toEqual([]);
});

it('shows the provider an area until it may know the name', async () => {
  role = ['provider', null];
  question = { ...PERSON, side: 'provider', personName: 'HB1', readers: [] };
  const { container } = await one();
  expect(await screen.findByText('Somebody in HB1')).toBeTruthy();
  expect(container.textContent).toContain('the person who asks and those who act for them');
});

it('has nothing to write in where no more may be written', async () => {
  question = { ...PERSON, mayWrite: false, slug: null };
  await one();
  expect(await screen.findByText(/you cannot write more/)).toBeTruthy();
  expect(screen.queryByLabelText('Write here')).toBeNull();
  expect(screen.getByText('This is no longer offered.')).toBeTruthy();
});

it('sends again under the same key after a fault, and keeps what was typed', async () => {
  await one();
  const field = await screen.findByLabelText('Write here');
  const sent = posts(503);
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('alert');
  expect(sent).toEqual([]);
  fireEvent.change(field, { target: { value: ' And Mondays? ' } });
  for (const count of [1, 2]) {
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(sent).toHaveLength(count));
    await screen.findByRole('alert');
  }
  expect(sent[0]?.body).toEqual({ words: 'And Mondays?' });
  expect(sent[0]?.key).toBe(sent[1]?.key);
  expect((field as HTMLTextAreaElement).value).toBe(' And Mondays? ');
});

it('a listing can be asked about for a person, with how long an answer usually takes', async () => {
  const { container } = await renderPage(<AskQuestion listingId="lst_1" personId="per_1" personName={undefined} />);
  const field = await screen.findByLabelText('What do you want to know?');
  expect(container.textContent).toContain('They usually answer within 2 days.');
  expect(container.textContent).toContain('sees only the first half of the postcode');
  const sent = posts();
  fireEvent.change(field, { target: { value: 'Sundays?' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send the question' }));
  await waitFor(() =>
    expect(sent.map(({ body }) => body)).toEqual([{ personId: 'per_1', listingId: 'lst_1', words: 'Sundays?' }]),
  );
});

it('what was asked already is gone on with, and where no one answers nothing is shown', async () => {
  asking = { ...asking, questionId: 'que_1' };
  const { container } = await renderPage(<AskQuestion listingId="lst_1" personId="per_1" personName={undefined} />);
  const link = await screen.findByRole('link', { name: 'See your question and what was written back' });
  expect(link.getAttribute('href')).toBe('/questions/que_1');
  expect(container.querySelector('textarea')).toBeNull();
});

it('nothing is shown where no one answers, nor where it is not known for whom', async () => {
  asking = { ...asking, mayAsk: false, usual: null };
  const { container } = await renderPage(
    <>
      <AskQuestion listingId="lst_1" personId="per_1" personName={undefined} />
      <AskQuestion listingId="lst_2" personId={undefined} personName={undefined} />
    </>,
  );
  await waitFor(() => expect(asked.filter((url) => url.startsWith('/api/questions/asking'))).toHaveLength(1));
  expect(container.textContent).toBe('');
});

it('what the other side wrote can be reported, with a reason, and what one wrote oneself cannot', async () => {
  await one();
  fireEvent.click(await screen.findByText('Report this to the council'));
  const sent = posts(200);
  fireEvent.click(screen.getByRole('button', { name: 'Send to the council' }));
  await screen.findByRole('alert');
  expect(sent).toEqual([]);
  fireEvent.change(screen.getByLabelText('What is wrong with it?'), { target: { value: ' Rude. ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send to the council' }));
  expect(await screen.findByText('The council has it. You get a message when it has looked.')).toBeTruthy();
  expect(sent.map(({ body }) => body)).toEqual([{ reason: 'Rude.' }]);
});

it('an administrator reads what was reported, why and of whom, and settles it with an answer', async () => {
  role = ['administrator', null];
  const { container } = await renderPage(<ReportsPage />);
  await screen.findByText('Find out yourself.');
  expect(container.textContent).toContain('Written by Bright Care:');
  expect(container.textContent).toContain('Reported by the side of Asha Example');
  expect(await faults(container)).toEqual([]);
  const sent = posts(200);
  fireEvent.change(screen.getByLabelText(/^What comes of it/), { target: { value: 'We spoke with them.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Settle it' }));
  await screen.findByText('It is settled, and the side that reported it gets a message.');
  expect(sent.map(({ body }) => body)).toEqual([{ reply: 'We spoke with them.' }]);
});

it('stays with the order', async () => {
  await renderPage(<OrderQuestions orderId="ord_1" />);
  const link = await screen.findByRole('link', { name: '“Care at home”: 2 messages' });
  expect(link.getAttribute('href')).toBe('/questions/que_1');
  expect(asked).toContain('/api/questions?orderId=ord_1');
});
