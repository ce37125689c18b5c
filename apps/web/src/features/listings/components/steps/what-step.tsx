// What one does: what it is called, of which kind, and in a sentence. A listing begins with it.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Select } from '../../../../ui/choice-field.tsx';
import { useFormState } from '../../../../ui/form.tsx';
import { TextArea, TextField } from '../../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../../words/use-words.ts';
import { type Slug, useKinds } from '../kinds.ts';
import { StepForm } from './step-form.tsx';

export interface What {
  readonly title: string;
  readonly category: Slug;
  readonly summary: string;
}

export function WhatStep({
  initial,
  onSave,
}: {
  readonly initial: What | null;
  readonly onSave: (what: What) => Promise<void>;
}): ReactNode {
  const say = useWords('listings');
  const { kinds } = useKinds();
  const form = useFormState({
    initial: {
      title: initial?.title ?? '',
      category: (initial?.category ?? '') as Slug | '',
      summary: initial?.summary ?? '',
    },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/categories/main' ? 'category' : undefined),
    check: ({ title, category, summary }) => ({
      ...(isBlank(title) && { title: 'field.required' }),
      ...(category === '' && { category: 'field.required' }),
      ...(isBlank(summary) && { summary: 'field.required' }),
    }),
  });
  return (
    <StepForm
      summary={form.summary}
      busy={form.busy}
      onSubmit={form.onSubmit(async ({ title, category, summary }) => {
        if (category !== '') await onSave({ title: title.trim(), category, summary: summary.trim() });
      })}
    >
      <TextField label={say('own.start.name')} hint={say('own.start.nameHint')} {...form.field('title')} />
      <Select
        label={say('steps.what.kind')}
        hint={say('steps.what.kindHint')}
        {...form.field('category')}
        choices={[{ value: '' as Slug | '', label: say('own.start.choose') }, ...kinds]}
      />
      <TextArea
        label={say('steps.what.summary')}
        hint={say('steps.what.summaryHint')}
        rows={3}
        maxLength={400}
        {...form.field('summary')}
      />
    </StepForm>
  );
}
