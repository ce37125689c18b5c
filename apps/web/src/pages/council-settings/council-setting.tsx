// Choosing one setting from a day on, with everything that was chosen for it before.
import { isSettingKey, type SettingKey, settingRule } from '@support-market/domain/settings/council-settings';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import {
  type Setting,
  useChooseSetting,
  useCouncilSettings,
  useSettingHistory,
} from '../../features/council-settings/api/council-settings.ts';
import { asTyped, fromTyped, useValueWords } from '../../features/council-settings/components/setting-value.ts';
import { sayDate, sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, EmptyState, Section } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { key = '' } = useParams();
  if (!isSettingKey(key)) return <NotFound />;
  return (
    <SignedIn action="council-setting.choose">
      <One key={key} name={key} />
    </SignedIn>
  );
}

function One({ name }: { readonly name: SettingKey }): ReactNode {
  const say = useWords('council-settings');
  const { data, error } = useCouncilSettings();
  const [savedFrom, setSavedFrom] = useState<string | null>(null);
  if (error) throw error;
  const setting = data?.items.find(({ key }) => key === name);
  if (!data || !setting) return <PageLoading />;
  return (
    <Frame
      title={say(`keys.${name}.name`)}
      lead={say(`keys.${name}.hint`)}
      above={<BackLink href={paths.councilSettings()}>{say('list.title')}</BackLink>}
    >
      {savedFrom !== null && (
        <Notice kind="success" live title={say('one.saved')}>
          <p>{say('one.savedText', { day: sayDate(savedFrom) })}</p>
        </Notice>
      )}
      <ChooseForm setting={setting} today={data.today} onSaved={setSavedFrom} />
      <Section title={say('one.history')}>
        <History name={name} />
      </Section>
    </Frame>
  );
}

function useBounds(name: SettingKey): string | undefined {
  const say = useWords('council-settings');
  const words = useValueWords();
  const rule = settingRule(name);
  return 'min' in rule ? say('one.between', { min: words(name, rule.min), max: words(name, rule.max) }) : undefined;
}

function ChooseForm({
  setting,
  today,
  onSaved,
}: {
  readonly setting: Setting;
  readonly today: string;
  readonly onSaved: (from: string) => void;
}): ReactNode {
  const say = useWords('council-settings');
  const choose = useChooseSetting();
  const { key } = setting;
  const form = useFormState({
    initial: { value: asTyped(key, setting.value), fromDate: partsFromDate(today), reason: '' },
    words: useProblemWords(),
    check: ({ value, fromDate }) => ({
      ...(fromTyped(key, value) === null && { value: 'setting.not_a_number' }),
      ...(dateFromParts(fromDate) === null && { fromDate: 'setting.not_a_date' }),
    }),
  });
  const submit = form.onSubmit(async ({ value, fromDate, reason }) => {
    const from = dateFromParts(fromDate) ?? today;
    await choose({ key, value: fromTyped(key, value) ?? '', fromDate: from, reason });
    form.set({ reason: '' });
    onSaved(from);
  });
  return (
    <>
      {form.summary}
      <Form onSubmit={submit}>
        <ValueField name={key} field={form.field('value')} />
        <DateField label={say('one.from')} hint={say('one.fromHint')} {...form.field('fromDate')} />
        <TextField label={say('one.reason')} hint={say('one.reasonHint')} optional {...form.field('reason')} />
        <Button type="submit" busy={form.busy}>
          {say('one.save')}
        </Button>
      </Form>
    </>
  );
}

function ValueField({
  name,
  field,
}: {
  readonly name: SettingKey;
  readonly field: {
    readonly id: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly error: string | undefined;
  };
}): ReactNode {
  const say = useWords('council-settings');
  const rule = settingRule(name);
  const shared = { label: say('one.value'), hint: useBounds(name), ...field };
  if (rule.kind === 'switch') {
    const choices = (['yes', 'no'] as const).map((value) => ({ value, label: say(`one.${value}`) }));
    return <Radios {...shared} value={field.value === 'yes' ? 'yes' : 'no'} choices={choices} />;
  }
  if (rule.kind === 'choice') {
    const choices = rule.choices.map((value) => ({
      value,
      label: say(`choices.${value || 'unsaid'}` as 'choices.unsaid'),
    }));
    return <Radios {...shared} choices={choices} />;
  }
  if (rule.kind === 'text' || rule.kind === 'address') {
    return <TextArea {...shared} rows={rule.kind === 'text' ? 12 : 5} maxLength={rule.maxLength} />;
  }
  if ('min' in rule) {
    return (
      <TextField
        {...shared}
        inputMode={rule.kind === 'pence' || rule.kind === 'basis-points' ? 'decimal' : 'numeric'}
        autoComplete="off"
        width={10}
        {...(rule.kind === 'pence' ? { prefix: '£' } : rule.kind === 'basis-points' ? { suffix: '%' } : {})}
      />
    );
  }
  return (
    <TextField
      {...shared}
      autoComplete="off"
      type={rule.kind === 'telephone' ? 'tel' : rule.kind === 'email' ? 'email' : 'text'}
    />
  );
}

function History({ name }: { readonly name: SettingKey }): ReactNode {
  const say = useWords('council-settings');
  const words = useValueWords();
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const { data } = useSettingHistory(name, cursors.at(-1) ?? null);
  if (!data) return null;
  return (
    <>
      <DataTable
        caption={say('one.history')}
        captionHidden
        rows={data.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={say('one.none')} />}
        columns={[
          {
            key: 'value',
            heading: say('one.columns.value'),
            rowHeading: true,
            cell: ({ value }) => <span className="sm-lines">{words(name, value)}</span>,
          },
          { key: 'from', heading: say('one.columns.from'), cell: ({ fromDate }) => sayDate(fromDate) },
          { key: 'set', heading: say('one.columns.set'), cell: ({ setAt }) => sayDateOf(setAt) },
          {
            key: 'who',
            heading: say('one.columns.who'),
            cell: ({ setByName }) => setByName ?? say('list.founding'),
          },
          { key: 'why', heading: say('one.columns.why'), cell: ({ reason }) => reason || '–' },
        ]}
      />
      {data.nextCursor !== null && (
        <Button look="secondary" onPress={() => setCursors([...cursors, data.nextCursor])}>
          {say('one.more')}
        </Button>
      )}
    </>
  );
}
