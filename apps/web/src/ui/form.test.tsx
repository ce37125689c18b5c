// A form's promise: what is wrong is said once at the top and once at the field, and the focus goes where it helps.
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ProductKit } from '../shell/kit.tsx';
import { inRouter } from '../testing/render.tsx';
import { Button } from './button.tsx';
import { Radios } from './choice-field.tsx';
import { dateFromParts } from './date-field.tsx';
import { Form, useFormState } from './form.tsx';
import { parseClock, TextField } from './text-field.tsx';

type ExampleProps = { readonly send: (values: { email: string }) => Promise<void>; readonly keepAs?: string };

function Example({ send, keepAs }: ExampleProps): ReactNode {
  const form = useFormState({
    initial: { email: '' },
    keepAs,
    words: (code) => `words for ${code}`,
    check: ({ email }) => (email === '' ? { email: 'field.required' } : {}),
  });
  return (
    <>
      {form.summary}
      <Form onSubmit={form.onSubmit(send)}>
        <TextField label="Email address" {...form.field('email')} />
        <Button type="submit">Send it</Button>
      </Form>
    </>
  );
}

function draw(send: (values: { email: string }) => Promise<void>): void {
  render(inRouter(<ProductKit>{<Example send={send} />}</ProductKit>));
}

function Asking(): ReactNode {
  const form = useFormState({
    initial: { title: '', free: '', email: '' },
    words: (_code, _details, field) => (field === 'email' ? 'Enter your email address.' : 'Fill this in.'),
    check: () => ({ title: 'field.required', free: 'field.required', email: 'field.required' }),
  });
  return (
    <Form onSubmit={form.onSubmit(() => undefined)}>
      {form.summary}
      <TextField label="What it is called" {...form.field('title')} />
      <Radios label="Is it free?" choices={[{ value: 'yes', label: 'Yes' }]} {...form.field('free')} />
      <TextField label="E-mail" {...form.field('email')} />
      <Button type="submit">Send it</Button>
    </Form>
  );
}

describe('a form', () => {
  it('that was left half filled has everything when its reader comes back, and nothing once it was sent', async () => {
    const person = userEvent.setup();
    const example = (name: string) =>
      render(inRouter(<ProductKit>{<Example send={async () => undefined} keepAs={name} />}</ProductKit>));
    const typed = () => (screen.getByLabelText('Email address') as HTMLInputElement).value;
    let drawn = example('one');
    await person.type(screen.getByLabelText('Email address'), 'a@b.example');
    drawn.unmount();
    drawn = example('another');
    expect(typed()).toBe('');
    drawn.unmount();
    drawn = example('one');
    expect(typed()).toBe('a@b.example');
    await person.click(screen.getByRole('button', { name: 'Send it' }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Send it' }).getAttribute('aria-disabled')).not.toBe('true'),
    );
    drawn.unmount();
    example('one');
    expect(typed()).toBe('');
  });

  it('moves the focus to a summary whose link leads to the field', async () => {
    const person = userEvent.setup();
    draw(async () => undefined);
    await person.click(screen.getByRole('button', { name: 'Send it' }));
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    await person.click(screen.getByRole('link', { name: 'Email address: words for field.required' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Email address'));
    expect(screen.getByLabelText('Email address').getAttribute('aria-describedby')).toBe('email-error');
  });

  it('names the field or question in the summary where the words would fit any field', async () => {
    const person = userEvent.setup();
    render(inRouter(<ProductKit>{<Asking />}</ProductKit>));
    await person.click(screen.getByRole('button', { name: 'Send it' }));
    expect(
      within(screen.getByRole('alert'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['What it is called: fill this in.', 'Is it free? Fill this in.', 'Enter your email address.']);
  });

  it('says in the tab’s title that something is to be put right, for as long as it is', async () => {
    document.title = 'A page – Support Market';
    const person = userEvent.setup();
    draw(async () => undefined);
    await person.click(screen.getByRole('button', { name: 'Send it' }));
    expect(document.title).toBe('Error: A page – Support Market');
    await person.type(screen.getByLabelText('Email address'), 'asha@example.com');
    await person.click(screen.getByRole('button', { name: 'Send it' }));
    await waitFor(() => expect(document.title).toBe('A page – Support Market'));
  });

  it('does not take the focus away while the person puts things right', async () => {
    const person = userEvent.setup();
    draw(async () => undefined);
    await person.click(screen.getByRole('button', { name: 'Send it' }));
    await person.type(screen.getByLabelText('Email address'), 'asha@example.com');
    expect((screen.getByLabelText('Email address') as HTMLInputElement).value).toBe('asha@example.com');
  });

  it('leads somebody whose session ended to sign in beside the form, and keeps what they typed', async () => {
    const person = userEvent.setup();
    draw(() => Promise.reject({ code: 'session.required' }));
    await person.type(screen.getByLabelText('Email address'), 'asha@example.com');
    await person.click(screen.getByRole('button', { name: 'Send it' }));
    const link = await screen.findByRole('link', { name: 'words for session.required' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/sign-in', '_blank']);
    expect((screen.getByLabelText('Email address') as HTMLInputElement).value).toBe('asha@example.com');
  });

  it('puts the server’s refusal at the field its pointer names', async () => {
    const person = userEvent.setup();
    draw(() =>
      Promise.reject({ code: 'request.invalid', errors: [{ pointer: '/email', code: 'email.already_used' }] }),
    );
    await person.type(screen.getByLabelText('Email address'), 'asha@example.com');
    await person.click(screen.getByRole('button', { name: 'Send it' }));
    await waitFor(() => expect(screen.getAllByText(/words for email.already_used/)).toHaveLength(2));
  });
});

describe('what people type', () => {
  it('is a date only where that day exists', () => {
    expect(dateFromParts({ day: '29', month: '2', year: '2028' })).toBe('2028-02-29');
    expect(dateFromParts({ day: '29', month: '2', year: '2027' })).toBeNull();
    expect(dateFromParts({ day: '3', month: '11', year: '26' })).toBeNull();
  });

  it.each([
    ['9:30am', '09:30'],
    ['9.30 pm', '21:30'],
    ['12am', '00:00'],
    ['noon', '12:00'],
    ['0930', '09:30'],
    ['24:00', null],
    ['13pm', null],
    ['9', null],
  ])('reads %s as %s', (text, time) => {
    expect(parseClock(text)).toBe(time);
  });
});
