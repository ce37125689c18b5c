// Putting up a photo, with the words for those who do not see it.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { FileUpload, TextArea } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';

export function AddPhoto({
  onSend,
}: {
  readonly onSend: (photo: { readonly altText: string; readonly file: File | undefined }) => Promise<void>;
}): ReactNode {
  const say = useWords('photos');
  const form = useFormState<{ file: readonly File[]; altText: string }>({
    initial: { file: [], altText: '' },
    words: useProblemWords(),
    check: ({ file, altText }) => ({
      ...(file.length === 0 ? { file: 'photo.file_missing' } : {}),
      ...(isBlank(altText) ? { altText: 'photo.alt_missing' } : {}),
    }),
  });
  const { value: files, ...file } = form.field('file');
  return (
    <Section title={say('add')}>
      <Form onSubmit={form.onSubmit(({ file: [first], altText }) => onSend({ altText, file: first }))}>
        {form.summary}
        <FileUpload
          label={say('file')}
          hint={say('fileHint')}
          accept=".jpg,.jpeg,.png,.webp,image/jpeg,image/png,image/webp"
          files={files}
          {...file}
        />
        <TextArea label={say('alt')} hint={say('altHint')} rows={2} maxLength={250} {...form.field('altText')} />
        <Button type="submit" icon="upload" busy={form.busy}>
          {say('addButton')}
        </Button>
      </Form>
    </Section>
  );
}
