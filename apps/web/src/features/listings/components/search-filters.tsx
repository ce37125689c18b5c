// Filters that fold and keep their counts: each count is what would be left if it were chosen as well.
import type { ReactNode } from 'react';
import { Checkbox, Select } from '../../../ui/choice-field.tsx';
import { Details } from '../../../ui/layout.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useCategories } from '../api/list-categories.ts';
import type { Found } from '../api/search-listings.ts';
import { type Choices, FLAGS, type Flag, RADII } from './question.ts';

export function SearchFilters({
  found,
  choices,
  near,
  form,
  onChange,
}: {
  readonly found: Found | undefined;
  readonly choices: Choices;
  /** Whether there is a place to measure from. */
  readonly near: boolean;
  /** The id of the form that the choices belong to. */
  readonly form: string;
  /** What changed alone: each flag by its own name, '1' or nothing. */
  readonly onChange: (change: Partial<Record<Exclude<keyof Choices, 'flags'> | Flag, string>>) => void;
}): ReactNode {
  const say = useWords('listings');
  const { data: categories } = useCategories();
  const facets = found?.facets;
  const countOf = new Map(facets?.categories.map(({ slug, count }) => [slug, count]));
  const headingCounts = new Map(facets?.headings.map(({ slug, count }) => [slug, count]));
  const counted = (label: string, count: number | undefined) =>
    count === undefined ? label : say('filter.counted', { label, count });
  const chosen =
    choices.flags.length +
    [choices.kind, choices.radius, choices.language, choices.workerGender].filter(Boolean).length;
  const subcategories = (categories?.items ?? []).flatMap((heading) => {
    const count = headingCounts.get(heading.slug) ?? 0;
    const open = choices.category === heading.slug || heading.children.some(({ slug }) => slug === choices.category);
    return [
      ...(count > 0 || open ? [{ value: heading.slug, label: counted(heading.name, count) }] : []),
      ...heading.children
        .filter(({ slug }) => slug === choices.category || (open && (countOf.get(slug) ?? 0) > 0))
        .map(({ slug, name }) => ({ value: slug, label: `– ${counted(name, countOf.get(slug) ?? 0)}` })),
    ];
  });
  return (
    <div className="sm-filters">
      <Select
        id="filter-category"
        name="category"
        form={form}
        label={say('filter.category')}
        value={choices.category}
        onChange={(category) => onChange({ category })}
        choices={[{ value: '', label: say('filter.everything') }, ...subcategories]}
      />
      <Details summary={chosen > 0 ? say('filter.moreChosen', { count: chosen }) : say('filter.more')}>
        <div className="sm-filters__more">
          <fieldset className="govuk-fieldset">
            <legend className="govuk-visually-hidden">{say('filter.more')}</legend>
            {FLAGS.map((flag) => (
              <Checkbox
                key={flag}
                id={`filter-${flag}`}
                name={flag}
                value="1"
                form={form}
                label={counted(say(`filter.${flag}`), facets?.[flag])}
                checked={choices.flags.includes(flag)}
                onChange={(on) => onChange({ [flag]: on ? '1' : '' })}
              />
            ))}
          </fieldset>
          <div>
            <Select
              id="filter-kind"
              name="kind"
              form={form}
              label={say('filter.kind')}
              value={choices.kind}
              onChange={(kind) => onChange({ kind })}
              choices={[
                { value: '', label: say('filter.both') },
                { value: 'service', label: counted(say('filter.service'), facets?.kinds.service) },
                { value: 'community', label: counted(say('filter.communityGroups'), facets?.kinds.community) },
              ]}
            />
            {near && (
              <Select
                id="filter-radius"
                name="radius"
                form={form}
                label={say('filter.radius')}
                value={choices.radius}
                onChange={(radius) => onChange({ radius })}
                choices={[
                  { value: '', label: say('filter.anyDistance') },
                  ...RADII.map((radius) => ({ value: radius, label: say(`filter.within.${radius}`) })),
                ]}
              />
            )}
            {((facets?.languages.length ?? 0) > 0 || choices.language) && (
              <Select
                id="filter-language"
                name="language"
                form={form}
                label={say('filter.language')}
                value={choices.language}
                onChange={(language) => onChange({ language })}
                choices={[
                  { value: '', label: say('filter.anyLanguage') },
                  ...(facets?.languages ?? []).map(({ language, count }) => ({
                    value: language,
                    label: counted(language, count),
                  })),
                  ...(choices.language && !facets?.languages.some(({ language }) => language === choices.language)
                    ? [{ value: choices.language, label: counted(choices.language, 0) }]
                    : []),
                ]}
              />
            )}
            <Select
              id="filter-gender"
              name="workerGender"
              form={form}
              label={say('filter.worker')}
              value={choices.workerGender}
              onChange={(workerGender) => onChange({ workerGender })}
              choices={[
                { value: '', label: say('filter.anyWorker') },
                { value: 'female', label: counted(say('filter.female'), facets?.workerGenders.female) },
                { value: 'male', label: counted(say('filter.male'), facets?.workerGenders.male) },
              ]}
            />
          </div>
        </div>
      </Details>
    </div>
  );
}
