// Other people's lists as a page of many, a page of one and a form, through the accessibility checker.
import { fireEvent, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { useEventWords } from '../../features/audit-entries/components/event-words.ts';
import { MessageList } from '../../features/messages/components/message-list.tsx';
import { navigationFor } from '../../shell/navigation.ts';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page as AddPage } from './add-feed.tsx';
import { Page as OnePage } from './feed.tsx';
import { Page as ListPage } from './feeds.tsx';

const common = {
  ...{ id: 'fee_1', name: 'Riverside directory', address: 'https://river.example.org/oruk/v3' },
  ...{ addedAt: '2026-11-02T09:00:00Z', state: 'open', askedAt: null, readingSince: null },
};
const reading = {
  ...{ id: 'frd_1', beganAt: '2026-11-03T03:10:00Z', endedAt: '2026-11-03T03:11:00Z', outcome: 'taken', reason: null },
  ...{ importId: 'imp_1', isWhole: true, services: 9, made: 2, changed: 1, unchanged: 5, hidden: 1, withdrawn: 0 },
  ...{ refused: 1, refusals: [{ row: 4, message: 'There is no name.' }] },
};
const failed = { ...reading, id: 'frd_2', outcome: 'failed', reason: 'feed.unreachable', importId: null, refusals: [] };
const one = { ...common, readings: [failed, reading] };
const { asked } = answerWith(() => ({
  '/api/session': signedInAs('administrator'),
  '/api/feeds': {
    ...{ id: 'fee_1', nextCursor: 'next' },
    items: [{ ...common, readAt: '2026-11-03T03:11:00Z', outcome: 'failed' }],
  },
  '/api/feeds/fee_1': one,
  '/api/feeds/fee_1/read': { ...one, askedAt: '2026-11-03T09:00:00Z' },
  '/api/feeds/fee_1/stop': { ...one, state: 'stopped' },
}));

const hrefOf = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href');
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id }) => id);
}

/** What the audit trail has words for. */
function Told(): ReactNode {
  return useEventWords().known.map(({ value }) => <p key={value}>{value}</p>);
}

it('is found by the menu, by the message about one, and by name in the audit trail', async () => {
  expect(navigationFor(['administrator']).map(({ href }) => href)).toContain('/feeds');
  const message = {
    ...{ id: 'msg_1', kind: 'feed.failed', createdAt: '2026-11-02T09:00:00Z', readAt: null },
    details: { feedId: 'fee_1', name: 'Riverside directory' },
    ...{ personId: null, personName: null },
  };
  await renderPage(
    <>
      <MessageList messages={[message]} />
      <Told />
    </>,
  );
  expect(await screen.findByText(/We could not read “Riverside directory”/)).toBeTruthy();
  expect(hrefOf(/^Open/)).toBe('/feeds/fee_1');
  for (const event of ['added', 'asked', 'stopped', 'resumed']) expect(screen.getByText(`feed.${event}`)).toBeTruthy();
});

it('lists each with when it was last read and whether that worked, and leads to the next page', async () => {
  const { container } = await renderPage(<ListPage />);
  expect((await screen.findByRole('link', { name: 'Riverside directory' })).getAttribute('href')).toBe('/feeds/fee_1');
  expect(screen.getByText('3 November 2026 at 3:11am. It did not work.')).toBeTruthy();
  expect(hrefOf('Add an address')).toBe('/feeds/add');
  expect(hrefOf('Next page')).toBe('/feeds?cursor=next');
  expect(await faults(container)).toEqual([]);
});

it('shows what came of each reading, in numbers and reasons, and where it is undone', async () => {
  const { container } = await renderPage(<OnePage />, { path: '/feeds/:id', at: '/feeds/fee_1' });
  for (const words of ['2 new', '1 changed', '5 as before', '1 not in the list any more, so we hid it', '1 left out'])
    expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByText(/away for a week/)).toBeNull();
  expect(screen.getByText('Service 4 of the list. There is no name.')).toBeTruthy();
  expect(screen.getByText(/The address does not answer/)).toBeTruthy();
  expect(hrefOf(/^To undo/)).toBe('/imports');
  expect(await faults(container)).toEqual([]);
});

it('has one read now, and stops reading it', async () => {
  await renderPage(<OnePage />, { path: '/feeds/:id', at: '/feeds/fee_1' });
  await press('Read now');
  expect(await screen.findByText(/We read it as soon as we can/)).toBeTruthy();
  await press('Stop reading it');
  expect(await screen.findByText(/We do not read it any more/)).toBeTruthy();
  expect(asked).toEqual(expect.arrayContaining(['/api/feeds/fee_1/read', '/api/feeds/fee_1/stop']));
});

it('says at its field that an address cannot be read, and keeps what was typed', async () => {
  const { container } = await renderPage(<AddPage />);
  expect((await screen.findByLabelText('Name')).tagName).toBe('INPUT');
  await press('Keep this address');
  expect(document.activeElement).toBe(await screen.findByRole('alert'));
  expect(await faults(container)).toEqual([]);
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: ' Inside ' } });
  fireEvent.change(screen.getByLabelText('Address'), { target: { value: 'http://10.0.0.1' } });
  const posts: unknown[] = [];
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'POST') return others(request);
    posts.push(await request.json());
    const errors = [{ pointer: '/address', code: 'feed.address_refused' }];
    return Response.json({ code: 'feed.address_refused', status: 422, errors }, { status: 422 });
  });
  await press('Keep this address');
  await waitFor(() => expect(posts).toEqual([{ name: 'Inside', address: 'http://10.0.0.1' }]));
  await waitFor(() => expect(screen.getByLabelText('Address').getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText('Address')).toHaveProperty('value', 'http://10.0.0.1');
});
