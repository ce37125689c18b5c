// The people whom the public may ask, of an organisation or of one of its listings, as the organisation keeps them.
import type { ReactNode } from 'react';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OwnOrganisation } from '../api/own-records.ts';
import { People } from './contact-list.tsx';
import { keyed, OwnPart, RowsField, unkeyed } from './own-part.tsx';

type Contact = Omit<OwnOrganisation['contacts'][number], 'id' | 'from'>;

const asTyped = ({ name, role, telephone, email, languages }: Contact) => ({
  ...{ name, role, telephone: telephone ?? '', email: email ?? '' },
  languages: languages.join(', '),
});

export const wordsOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean);

export function OwnContacts({
  contacts,
  onSave,
}: {
  readonly contacts: OwnOrganisation['contacts'];
  readonly onSave: (contacts: Contact[]) => Promise<void>;
}): ReactNode {
  const say = useWords('listings');
  return (
    <OwnPart
      title={say('own.contacts')}
      initial={{ contacts: keyed(contacts.map(asTyped)) }}
      read={contacts.length === 0 ? <p>{say('own.none')}</p> : <People contacts={contacts} />}
      fields={(form) => (
        <RowsField
          rows={form.values.contacts}
          blank={{ name: '', role: '', telephone: '', email: '', languages: '' }}
          legend={(number) => say('own.contactNumber', { number })}
          add={say('own.addContact')}
          onChange={(rows) => form.set({ contacts: [...rows] })}
          fields={(row, index, set) => {
            const at = (field: string) => ({
              id: `contacts.${index}.${field}`,
              error: form.errorAt(`contacts.${index}.${field}`),
            });
            return (
              <>
                <TextField
                  {...at('name')}
                  label={say('own.name')}
                  value={row.name}
                  onChange={(name) => set({ name })}
                />
                <TextField
                  {...at('role')}
                  label={say('own.role')}
                  hint={say('own.roleHint')}
                  value={row.role}
                  onChange={(role) => set({ role })}
                />
                <TextField
                  {...at('telephone')}
                  type="tel"
                  label={say('contact.phone')}
                  hint={say('own.reachHint')}
                  value={row.telephone}
                  onChange={(telephone) => set({ telephone })}
                />
                <TextField
                  {...at('email')}
                  type="email"
                  label={say('contact.email')}
                  value={row.email}
                  onChange={(email) => set({ email })}
                />
                <TextField
                  {...at('languages')}
                  label={say('page.languages')}
                  hint={say('own.listHint')}
                  optional
                  value={row.languages}
                  onChange={(languages) => set({ languages })}
                />
              </>
            );
          }}
        />
      )}
      onSave={({ contacts: rows }) =>
        onSave(
          unkeyed(rows).map((row) => ({
            ...{ name: row.name, role: row.role, telephone: row.telephone || null, email: row.email || null },
            languages: wordsOf(row.languages),
          })),
        )
      }
    />
  );
}
