// Which of the things a person wrote about themselves the provider of one order may know. Nothing is chosen for them.
import { SHARED_NEEDS, type SharedNeed } from '@support-market/domain/people/person-facts';
import type { ReactNode } from 'react';
import { Checkboxes } from '../../../ui/choice-field.tsx';
import { Loading } from '../../../ui/layout.tsx';
import { useWords } from '../../../words/use-words.ts';
import { usePerson } from '../api/view-person.ts';

export function NeedsChoice({
  id,
  personId,
  organisation,
  values,
  onChange,
}: {
  readonly id: string;
  readonly personId: string;
  readonly organisation: string;
  readonly values: readonly SharedNeed[];
  readonly onChange: (values: readonly SharedNeed[]) => void;
}): ReactNode {
  const say = useWords('people');
  const { data: person, error } = usePerson(personId);
  if (error) throw error;
  if (!person) return <Loading />;
  const { own, called, name } = person;
  const about = { organisation, name: called ?? name };
  const texts = {
    communication: person.communicationNeeds,
    language: person.language ?? '',
    support: person.supportNeeds,
  };
  const known = SHARED_NEEDS.filter((need) => texts[need] !== '');
  return (
    <>
      <p className="sm-measure">{say(own ? 'needs.always' : 'needs.alwaysOf', about)}</p>
      {known.length === 0 ? (
        <p className="sm-measure">{say(own ? 'needs.none' : 'needs.noneOf', about)}</p>
      ) : (
        <Checkboxes
          id={id}
          label={say(own ? 'needs.legend' : 'needs.legendOf', about)}
          hint={say('needs.hint')}
          values={values}
          onChange={onChange}
          choices={known.map((need) => ({ value: need, label: say(`needs.kinds.${need}`), hint: texts[need] }))}
        />
      )}
    </>
  );
}
