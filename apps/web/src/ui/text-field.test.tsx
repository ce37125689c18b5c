// What is pasted into a field must arrive whole, or its writer must be told.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { renderPage } from '../testing/render.tsx';
import { TextArea, TextField } from './text-field.tsx';

function Note(): ReactNode {
  const [text, setText] = useState('');
  return <TextArea id="note" label="Note" value={text} onChange={setText} maxLength={20} />;
}

function Telephone(): ReactNode {
  const [text, setText] = useState('');
  return <TextField id="telephone" label="Telephone" value={text} onChange={setText} />;
}

it('a text that is too long stays whole, and says by how many letters', async () => {
  const person = userEvent.setup();
  await renderPage(<Note />);
  const note = screen.getByLabelText<HTMLTextAreaElement>('Note');
  await person.click(note);
  await person.paste('a'.repeat(16));
  expect(note.getAttribute('aria-describedby')).toBeNull();
  await person.paste('a');
  expect(screen.getByText('3 letters left').id).toBe(note.getAttribute('aria-describedby'));
  await person.paste('aaaa');
  expect(note.value).toHaveLength(21);
  expect(screen.getByRole('status').textContent).toBe('1 letter too many');
});

it('a number that was copied with signs that turn the writing is taken without them', async () => {
  const person = userEvent.setup();
  await renderPage(<Telephone />);
  await person.click(screen.getByLabelText('Telephone'));
  await person.paste('\u202A+44 161 496 0000\u202C');
  expect(screen.getByLabelText<HTMLInputElement>('Telephone').value).toBe('+44 161 496 0000');
});
