// What the words of a search say besides what is looked for, as filters that can be seen, taken off and put back.
import type { ReactNode } from 'react';
import { LinkButton } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Found } from '../api/search-listings.ts';
import type { WordFilter } from './question.ts';

export function WordFilters({
  inWords,
  hrefWithout,
}: {
  readonly inWords: Found['inWords'];
  /** The address of this search with exactly these taken off. */
  readonly hrefWithout: (off: readonly WordFilter[]) => string;
}): ReactNode {
  const say = useWords('listings');
  if (inWords.length === 0) return null;
  const nameOf = ({ filter, values }: Found['inWords'][number]) => {
    if (filter === 'language') return say('inWords.speaks', { languages: values.join(', ') });
    if (filter === 'workerGender') return say(values.includes('male') ? 'inWords.male' : 'inWords.female');
    return say(`filter.${filter}`);
  };
  const off = inWords.filter(({ state }) => state === 'off').map(({ filter }) => filter);
  return (
    <section aria-labelledby="in-words">
      <h2 id="in-words" className="govuk-visually-hidden">
        {say('inWords.title')}
      </h2>
      <ul className="sm-word-filters">
        {inWords.map((one) => {
          const name = nameOf(one);
          const isOff = one.state === 'off';
          return (
            <li key={one.filter} className="sm-word-filters__one">
              <span>{say(`inWords.${one.state}`, { filter: name })}</span>
              <LinkButton
                href={hrefWithout(isOff ? off.filter((filter) => filter !== one.filter) : [...off, one.filter])}
                look="link"
              >
                {say(isOff ? 'inWords.putBack' : 'inWords.takeOff')}
                <span className="govuk-visually-hidden"> {name}</span>
              </LinkButton>
            </li>
          );
        })}
      </ul>
      {inWords.some(({ state }) => state === 'ranked') && <p>{say('inWords.others')}</p>}
    </section>
  );
}
