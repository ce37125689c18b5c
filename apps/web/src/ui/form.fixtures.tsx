// Examples of every question a form can ask, right and wrong.
import { useState } from 'react';
import { Checkbox, Checkboxes, Radios, Select } from './choice-field.tsx';
import { DateField } from './date-field.tsx';
import type { Fixture } from './fixture.ts';
import { ErrorSummary } from './form.tsx';
import { SearchBox } from './search-box.tsx';
import { FileUpload, MoneyField, PasswordField, TextArea, TextField, TimeField } from './text-field.tsx';

const noop = (): void => undefined;

function LivingRadios() {
  const [value, setValue] = useState<'social' | 'own' | ''>('social');
  return (
    <Radios
      id="line"
      label="Which money pays for this?"
      value={value}
      onChange={setValue}
      choices={[
        { value: 'social', label: 'Social care money', hint: '£4,624.00 left' },
        { value: 'own', label: 'My own money', hint: '£37.50 left' },
      ]}
    />
  );
}

export const formFixture: Fixture = {
  component: 'Form',
  examples: {
    'text, money and time': () => (
      <>
        <TextField id="name" label="Your name" value="Asha Patel" onChange={noop} width={30} autoComplete="name" />
        <MoneyField
          id="price"
          label="Price for an hour"
          hint="In pounds and pence, like 19.20"
          value="19.20"
          onChange={noop}
        />
        <TimeField id="start" label="Start" hint="For example, 9:30am" value="9:30am" onChange={noop} />
        <TextArea id="note" label="Anything they should know?" optional value="" onChange={noop} rows={3} />
        <PasswordField
          id="password"
          label="Password"
          value="three words here"
          onChange={noop}
          autoComplete="current-password"
        />
      </>
    ),
    'something wrong': () => (
      <>
        <ErrorSummary
          faults={[
            { fieldId: 'email', text: 'Enter your email address.' },
            { fieldId: 'birth', text: 'Enter a real date, like 3 11 2026.' },
          ]}
        />
        <TextField
          id="email"
          label="Email address"
          value=""
          error="Enter your email address."
          onChange={noop}
          width={30}
        />
        <DateField
          id="birth"
          label="First day"
          hint="For example, 3 11 2026"
          error="Enter a real date, like 3 11 2026."
          value={{ day: '31', month: '2', year: '2026' }}
          onChange={noop}
        />
      </>
    ),
    date: () => (
      <DateField
        id="day"
        label="First visit"
        hint="For example, 3 11 2026"
        value={{ day: '3', month: '11', year: '2026' }}
        onChange={noop}
      />
    ),
    choices: () => (
      <>
        <LivingRadios />
        <Checkboxes
          id="days"
          label="Which days?"
          values={['tue']}
          onChange={noop}
          choices={[
            { value: 'mon', label: 'Monday' },
            {
              value: 'tue',
              label: 'Tuesday',
              more: <TimeField id="tue-start" label="Start" value="9:30am" onChange={noop} />,
            },
          ]}
        />
        <Checkbox id="agree" label="I have read the plan" checked={false} onChange={noop} />
        <Select
          id="sort"
          label="Show first"
          value="near"
          onChange={noop}
          choices={[
            { value: 'near', label: 'The nearest' },
            { value: 'price', label: 'The lowest price' },
          ]}
        />
      </>
    ),
    'choices with an error': () => (
      <Radios
        id="answer"
        label="Did they come?"
        error="Say whether they came."
        value=""
        onChange={noop}
        inline
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
    ),
    file: () => (
      <FileUpload id="file" label="Visit records" hint="A CSV file" accept=".csv" files={[]} onChange={noop} />
    ),
    search: () => (
      <SearchBox
        id="find"
        action="/search"
        label="Find support"
        what={{ label: 'What would help?', hint: 'For example: lunch club', value: 'dementia cafe' }}
        near={{ label: 'Near', hint: 'A postcode or town', value: 'WA15' }}
        button="Find support"
        onSearch={noop}
      />
    ),
  },
};
