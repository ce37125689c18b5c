// The note beside something kept: read by all who see the list, changed by those who may keep.
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Details } from '../../../ui/layout.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import { type KeptListing, useKeptSteps } from '../api/kept-listings.ts';

export function KeptNote({ kept, mayChange }: { readonly kept: KeptListing; readonly mayChange: boolean }): ReactNode {
  const say = useWords('kept-listings');
  return (
    <>
      {kept.note && <p className="sm-lines sm-kept-note">{kept.note}</p>}
      {mayChange && (
        // Folded again once it is saved.
        <div className="sm-no-print">
          <Details key={kept.note} summary={say(kept.note ? 'changeNote' : 'writeNote')}>
            <NoteForm kept={kept} />
          </Details>
        </div>
      )}
    </>
  );
}

function NoteForm({ kept }: { readonly kept: KeptListing }): ReactNode {
  const say = useWords('kept-listings');
  const { note } = useKeptSteps();
  const form = useFormState({ initial: { note: kept.note }, words: useProblemWords(), prefix: `${kept.id}-` });
  return (
    <Form
      onSubmit={form.onSubmit(async (values) => {
        await note(kept.id, values.note.trim());
      })}
    >
      {form.summary}
      <TextArea label={say('note')} hint={say('noteHint')} rows={3} maxLength={500} optional {...form.field('note')} />
      <Button type="submit" small busy={form.busy}>
        {say('saveNote')}
      </Button>
    </Form>
  );
}
