// When the schools of the council are open: what groups put on only in terms goes by it.
import type { ReactNode } from 'react';
import { keyed, OwnPart, RowsField, unkeyed } from '../../features/listings/components/own-part.tsx';
import { useSchoolTerms, useSetSchoolTerms } from '../../features/school-terms/api/school-terms.ts';
import { sayDate } from '../../format/dates.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { DateField, EMPTY_DATE, partsFromDate, typedDate } from '../../ui/date-field.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="school-term.edit">
      <Terms />
    </SignedIn>
  );
}

function Terms(): ReactNode {
  const say = useWords('listings');
  const { data, error } = useSchoolTerms();
  const save = useSetSchoolTerms();
  if (error) throw error;
  if (!data) return <PageLoading />;
  return (
    <Frame title={say('terms.title')} lead={say('terms.lead')} width="reading">
      <OwnPart
        title={say('terms.all')}
        savedText={say('terms.saved')}
        initial={{
          items: keyed(
            data.items.map(({ name, from, to }) => ({ name, from: partsFromDate(from), to: partsFromDate(to) })),
          ),
        }}
        read={
          data.items.length === 0 ? (
            <p>{say('terms.none')}</p>
          ) : (
            <SummaryList
              rows={data.items.map(({ name, from, to }) => ({
                key: from,
                label: name,
                value: say('page.breakDays', { from: sayDate(from), to: sayDate(to) }),
              }))}
            />
          )
        }
        fields={(form) => (
          <RowsField
            rows={form.values.items}
            blank={{ name: '', from: EMPTY_DATE, to: EMPTY_DATE }}
            legend={(number) => say('terms.number', { number })}
            add={say('terms.add')}
            onChange={(items) => form.set({ items: [...items] })}
            fields={(row, index, set) => {
              const at = (name: string) => ({
                id: `items.${index}.${name}`,
                error: form.errorAt(`items.${index}.${name}`),
              });
              return (
                <>
                  <TextField
                    {...at('name')}
                    label={say('terms.name')}
                    hint={say('terms.nameHint')}
                    value={row.name}
                    onChange={(name) => set({ name })}
                  />
                  <DateField
                    {...at('from')}
                    label={say('terms.from')}
                    value={row.from}
                    onChange={(from) => set({ from })}
                  />
                  <DateField {...at('to')} label={say('terms.to')} value={row.to} onChange={(to) => set({ to })} />
                </>
              );
            }}
          />
        )}
        onSave={({ items }) =>
          save({
            items: unkeyed(items).map(({ name, from, to }) => ({ name, from: typedDate(from), to: typedDate(to) })),
          })
        }
      />
    </Frame>
  );
}
