// What is written of a funder, to add one or to change one: its name, where its invoices go, which kinds of money come from it.

import type { Stream } from '@support-market/domain/budgets/streams';
import { type FunderKind, streamsOf } from '@support-market/domain/funders/funder-kinds';
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, Checkboxes, Select } from '../../../ui/choice-field.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../words/use-words.ts';
import type { Funder, FunderChange } from '../api/funders.ts';

const KINDS = ['directorate', 'nhs', 'school', 'grant'] as const;
export type AddableKind = (typeof KINDS)[number];

export interface FunderFormValues extends FunderChange {
  readonly code: string;
  readonly kind: AddableKind;
}

export function FunderForm({
  funder,
  button,
  onSend,
}: {
  /** The funder that is changed; none where one is added, which alone is asked for its code and kind. */
  readonly funder?: Funder;
  readonly button: string;
  readonly onSend: (values: FunderFormValues) => Promise<void>;
}): ReactNode {
  const say = useWords('funders');
  const form = useFormState({
    initial: {
      code: '',
      kind: 'directorate' as AddableKind,
      name: funder?.name ?? '',
      elsewhere: Boolean(funder?.address),
      line: funder?.address?.line ?? '',
      city: funder?.address?.city ?? '',
      postcode: funder?.address?.postcode ?? '',
      streams: (funder?.streams ?? []) as readonly Stream[],
    },
    words: useProblemWords(),
    check: ({ code, name, elsewhere, line, city, postcode }) => ({
      ...(!funder && !/^[A-Za-z0-9]{2,8}$/.test(code.trim()) && { code: 'field.funder_code' }),
      ...(isBlank(name) && { name: 'field.required' }),
      ...(elsewhere && isBlank(line) && { line: 'field.required' }),
      ...(elsewhere && isBlank(city) && { city: 'field.required' }),
      ...(elsewhere && isBlank(postcode) && { postcode: 'field.required' }),
    }),
    fieldFor: (pointer) =>
      (({ '/code': 'code', '/name': 'name', '/address/postcode': 'postcode', '/streams': 'streams' }) as const)[
        pointer as '/code'
      ],
  });
  const kind: FunderKind = funder?.kind ?? form.values.kind;
  const choices = streamsOf(kind);
  const { value: streams, onChange: setStreams, ...streamsField } = form.field('streams');
  const send = form.onSubmit(({ elsewhere, line, city, postcode, ...values }) =>
    onSend({
      ...values,
      code: values.code.trim().toUpperCase(),
      name: values.name.trim(),
      address: elsewhere ? { line: line.trim(), city: city.trim(), postcode: postcode.trim() } : null,
      streams: values.streams.filter((stream) => choices.includes(stream)),
    }),
  );
  return (
    <>
      {form.summary}
      <Form onSubmit={send}>
        {!funder && (
          <>
            <TextField
              label={say('form.code')}
              hint={say('form.codeHint')}
              width={10}
              autoComplete="off"
              {...form.field('code')}
            />
            <Select
              label={say('form.kind')}
              choices={KINDS.map((each) => ({ value: each, label: say(`kinds.${each}`) }))}
              {...form.field('kind')}
            />
          </>
        )}
        <TextField label={say('form.name')} width={30} {...form.field('name')} />
        <Checkbox
          id="elsewhere"
          label={say('form.elsewhere')}
          checked={form.values.elsewhere}
          onChange={(elsewhere) => form.set({ elsewhere })}
        />
        {form.values.elsewhere && (
          <>
            <TextField label={say('form.line')} width={30} {...form.field('line')} />
            <TextField label={say('form.city')} width={20} {...form.field('city')} />
            <TextField label={say('form.postcode')} width={10} {...form.field('postcode')} />
          </>
        )}
        <Checkboxes
          label={say('form.streams')}
          hint={say('form.streamsHint')}
          values={streams}
          onChange={setStreams}
          choices={choices.map((stream) => ({ value: stream, label: say(`one.streamNames.${stream}`) }))}
          {...streamsField}
        />
        <Button type="submit" busy={form.busy}>
          {button}
        </Button>
      </Form>
    </>
  );
}
