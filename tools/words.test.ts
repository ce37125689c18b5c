// One home for words: every sentence that is asked for is there, and every one that is there is asked for.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadMappings } from '../apps/api/src/features/imports/mappings.ts';
import { MESSAGE_KINDS } from '../packages/domain/src/shared/message-kinds.ts';
import { PROBLEM_CODES } from '../packages/domain/src/shared/problems.ts';
import { LAYOUTS } from './gen-docs.ts';
import { sentencesOf } from './gen-words.ts';
import { ROOT } from './lib/root.mjs';
import { sentencesOutside } from './words/sentences-outside.ts';
import { askedBy, hooksOf, isAsked, parsed } from './words/spoken-keys.ts';
import { translationFaults } from './words/translation-faults.ts';

const WORDS = 'packages/words/src';

const files = (...under: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...under], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const nouns = (folder: string): string[] =>
  files(`${WORDS}/${folder}`).flatMap((path) => /([\w-]+)\.json$/.exec(path)?.[1] ?? []);
const sentences = (folder: string, noun: string) => sentencesOf(JSON.parse(read(`${WORDS}/${folder}/${noun}.json`)));

/** What the checker of requests may find wrong with a field, by its own word for it. */
const KEYWORDS =
  'additionalProperties anyOf const exclusiveMaximum exclusiveMinimum maxItems maxLength minItems minLength multipleOf pattern';
/** Names that files read of a record of words: `labels.back`. */
const readIn = (record: string, ...paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) =>
    [...read(path).matchAll(new RegExp(`\\b${record}\\.(\\w+)`, 'g'))].map(([, name = '']) => name),
  );

/** Keys that no source spells, because records hold them; each is proved by a list of its own. */
const RECORDED: Readonly<Record<string, readonly string[]>> = {
  problems: ['unknown', ...PROBLEM_CODES, ...KEYWORDS.split(' ').map((keyword) => `field.${keyword}`)],
  'problem-titles': PROBLEM_CODES,
  messages: [...MESSAGE_KINDS, 'other'].map((kind) => `kinds.${kind}`),
  // Their components are handed all of them, and read each by name.
  ui: readIn('labels', ...files('apps/web/src/ui').filter((path) => path.endsWith('.tsx'))),
  times: readIn('words', 'packages/words/src/dates.ts'),
  'import-columns': LAYOUTS.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)),
};

/** A key, or a branch, that a record names. */
const isRecorded = (noun: string, key: string): boolean =>
  RECORDED[noun]?.some((one) => key.replace(/@.*$/, '') === one || key.startsWith(`${one}.`)) ?? false;

describe('every sentence', () => {
  const sources = files('apps/web/src', 'apps/api/src', 'apps/demonstration/src', 'packages')
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$|\/generated\//.test(path))
    .map((path): [string, string] => [path, read(path)])
    .filter(
      ([path, text]) =>
        path.startsWith('apps/web/') || /support-market\/words|en\/plain|wordsIn|-words(?:\.ts)?'|\/say\.ts/.test(text),
    )
    .map(([path, text]) => parsed(path, text));
  const hooks = new Map<string, ReadonlyMap<string, string>>();
  for (let known = -1; known !== hooks.size; ) {
    known = hooks.size;
    for (const source of sources) for (const [name, fields] of hooksOf(source, hooks)) hooks.set(name, fields);
  }
  const asked = sources.map((source) => askedBy(source, hooks));

  test.each(nouns('en/plain'))('of %s is asked for somewhere', (noun) => {
    const unused = [...sentences('en/plain', noun).keys()].filter(
      (key) => !isRecorded(noun, key) && !isAsked(noun, key, asked),
    );
    expect(unused).toEqual([]);
  });

  const page = `
    const KINDS = ['one', 'two'] as const;
    function Page({ data, page, error }) {
      const say = useWords('visits');
      const { say: sayMoney } = useMoneyWords();
      const [quantity, setQuantity] = useState(data.quantity);
      const list = error === 'other' ? 'first' : 'second';
      say('title'); say(\`states.\${data.state}\`); say('reasons', { returnObjects: true });
      say(\`\${list}.\${page}\`); say(quantity ? 'none' : 'some');
      sayMoney('left'); sayOrders('placed'); KINDS.map((kind) => sayOrders(kind));
      return <Page title="forgotten" />;
    }
    function sayOther(say: Say<'people'>) { const sayOrders = useWords('orders'); say('name'); return KINDS.map((one) => sayOrders(one)); }
    function useMoneyWords() { const say = useWords('budgets'); return { say, page: 1 }; }`;
  const unasked = (noun: string, keys: string): string => {
    const source = parsed('page.tsx', page);
    const own = askedBy(source, hooksOf(source, hooksOf(source, new Map())));
    return keys
      .split(' ')
      .filter((key) => !isAsked(noun, key, [own]))
      .join(' ');
  };

  test.each([
    [
      'of a name in the code',
      'visits',
      'title data page error quantity setQuantity',
      'data page error quantity setQuantity',
    ],
    ['of a text that is not said', 'visits', 'some none forgotten other', 'forgotten other'],
    ['of another noun', 'orders', 'title one two left name', 'title left name'],
    ['below a branch', 'visits', 'reasons.other states.open forgotten.states.open', 'forgotten.states.open'],
    ['of a choice within a template', 'visits', 'first.page second.page third.page', 'third.page'],
    ['that a hook hands over', 'budgets', 'left title', 'title'],
    ['that is said of what was handed over', 'people', 'name title', 'title'],
  ])('is not taken for asked for because %s is like it', (_, noun, keys, wanted) => {
    expect(unasked(noun, keys)).toBe(wanted);
  });
});

describe('words in another language or for another level', () => {
  test('are as many as in plain English, and say the same values', () => {
    const folders = [
      ...new Set(files(WORDS).flatMap((path) => /src\/([\w-]+\/(?:plain|easy))\//.exec(path)?.[1] ?? [])),
    ];
    expect(folders).toContain('en/plain');
    const faults = folders
      .filter((folder) => folder !== 'en/plain')
      .flatMap((folder) => {
        const level = folder.endsWith('/easy') ? 'easy' : 'plain';
        const there = new Set(nouns(folder));
        return nouns('en/plain')
          .filter((noun) => there.has(noun) || level === 'plain')
          .flatMap((noun) => {
            const other = there.has(noun) ? sentences(folder, noun) : new Map();
            return translationFaults(sentences('en/plain', noun), other, level).map((fault) => `${noun}: ${fault}`);
          });
      });
    expect(faults).toEqual([]);
  });

  test('are told what they lack, what is never said, and which values they lost', () => {
    const plain = sentencesOf({
      title: 'My orders',
      more_one: '{{count}} more',
      more_other: '{{count}} more',
      by: 'By {{name}}',
    });
    const welsh = sentencesOf({ more_two: 'dau arall', more_other: '{{count}} arall', by: 'Gan {{enw}}', old: 'Hen' });
    expect(translationFaults(plain, welsh, 'plain')).toEqual([
      'title is missing',
      'old is said by no page',
      'by takes enw, plain English name',
    ]);
    expect(translationFaults(plain, sentencesOf({ title: 'Orders' }), 'easy')).toEqual([]);
  });
});

/** A folder or a file whose texts no person who uses the product reads, each with its reason. */
const NOT_FOR_READERS: readonly (readonly [where: RegExp, why: string])[] = [
  [/\.(test|fixtures|d)\.tsx?$|\/(testing|bench|failure)\//, 'is for tests and measurements, and is not shipped'],
  [
    /^apps\/api\/src\/(commands\/|(config|server|serve|worker|build-processes)\.ts$)/,
    'speaks to the operator at a console',
  ],
  [/^apps\/api\/src\/(workflows\/prepare-database|http\/health)\.ts$/, 'speaks to the operator and to probes'],
  [/^apps\/api\/src\/(app|describe-api)\.ts$/, 'describes the API to those who write programs'],
  [/^packages\/domain\/src\/shared\/state-machine\.ts$/, 'tells developers what is wrong with a machine, in a test'],
  [/\/sample-[\w-]+\.ts$/, 'is an example of a document, for the outside judge of documents'],
  [
    /^packages\/domain\/src\/listings\/(categories|kinds-said|meant-kinds|other-languages-said|search-(?:meaning|ranking|wishes|words))\.ts$/,
    'is what people type, which search reads',
  ],
  [/^packages\/domain\/src\/shared\/postcodes\.ts$/, 'lists the areas of postcodes'],
];

const readable = (path: string): boolean => !NOT_FOR_READERS.some(([where]) => where.test(path));

describe('no sentence that a person reads', () => {
  const sources = files('packages/domain/src', 'apps/api/src', 'apps/web/src').filter((path) => /\.tsx?$/.test(path));

  test('stands outside the one home of words', () => {
    expect(sources.length).toBeGreaterThan(700);
    const outside = sources
      .filter(readable)
      .flatMap((path) => sentencesOutside(path, read(path)).map(({ line, text }) => `${path}:${line} ${text}`));
    expect(outside).toEqual([]);
  });

  test('stands in the mapping of a file', () => {
    const sentencesOfRows = sentences('en/plain', 'import-rows');
    for (const { source, organisation, listing } of loadMappings())
      for (const [field, says] of [...Object.entries(organisation), ...Object.entries(listing)]) {
        // What search reads, and shows to no one.
        if (field === 'category_words') continue;
        if (typeof says === 'string') {
          expect([source, field, says.replaceAll(/\{\w+\}/g, '')]).toEqual([
            source,
            field,
            expect.stringMatching(/^[\w-]*$/),
          ]);
          continue;
        }
        if (!('say' in says)) continue;
        const values = [...(sentencesOfRows.get(`sentences.${says.say}`)?.keys() ?? [])];
        expect([source, field, values.sort()]).toEqual([source, field, [...says.with].sort()]);
      }
  });

  test('is let through because a file is no longer there', () => {
    for (const [where] of NOT_FOR_READERS)
      expect([where, sources.some((path) => where.test(path))]).toEqual([where, true]);
  });

  // Values stand between #{ and }, or the linter would take each of these texts for a slip.
  const asWritten = (source: string): string => source.replaceAll('#{', '${');
  const found = (source: string, path = 'a.tsx') => sentencesOutside(path, source).map(({ text }) => text);

  test.each([
    ['of a mail', "const mail = { subject: 'Your password has changed', paragraphs: [`Hello #{name}, good news`] };"],
    ['of a heading of a file', "const heading = ['Month', 'Orders declined'];"],
    ['of a message about a row', "rejected.push({ row, code, message: 'The end time is missing.' });"],
    [
      'of a note in a record',
      "await step(work, 'accounts', 'end', rows, { set: { note: 'another one was proposed' } });",
    ],
    ['of a page', 'const a = <p>Nothing is planned</p>;'],
    ['of a button', 'const a = <Button>Send</Button>;'],
    ['of a label', 'const a = <TextField label="Telephone" />;'],
    ['of a hint that depends', "const a = <TextField hint={long ? 'As on your card' : undefined} />;"],
    ['of a title on paper', "kit.table([{ title: 'Amount', share: 20 }], rows);"],
    ['within a value', 'const said = `#{count} of #{total} are left`;'],
    ['that is put together', "const said = 'We have paid you ' + amount;"],
    ['that is passed on', "return refuse('import.wrong', sayMore('Look at the second row'));"],
    ['of a problem', "const PROBLEMS = { 'basket.empty': { status: 422, title: 'The basket is empty' } };"],
    ['within markup', "const html = '<p>Your account is ready</p>';"],
    ['beside a query', "const row = await sql`select 1 where #{found ? 'it is there' : ''} = ''`.execute(tx);"],
    ['of an attribute', 'const a = <Insight summary="Show me the numbers now" />;'],
    ['of another attribute', 'const a = <Page description="Find care near you today" />;'],
    ['of an attribute in small letters', 'const a = <TextField label="telephone" />;'],
    ['of a cell', "const a = <td>{paid ? 'Paid' : 'Waiting'}</td>;"],
    ['of a cell in small letters', "const a = <td>{paid && 'paid'}</td>;"],
    ['of a component', "function State() { return 'Paid'; }"],
    ['of a function', "const state = (paid: boolean) => paid ? 'Paid' : 'Waiting';"],
    ['between two values', 'const said = `#{from} to #{until}`;'],
    ['after a value', 'const said = `#{count} days`;'],
    ['before a value', 'const said = `from #{from}`;'],
    ['that is added', "const said = from + ' to ' + until;"],
    ['of an answer', "const said = known ? 'yes' : 'no';"],
    ['between the parts of a list', "const said = columns.join(' or ');"],
    ['that begins as a query does', "const hint = 'select your time from the list';"],
    ['of a text that is set', "fields.set('Choose another day');"],
    ['of a name that is given', "cell.as('not paid yet');"],
    ['of an event', "day.on('the first Monday');"],
    ['of a row that is set', "tx.updateTable('people').set({ note: 'was asked twice' });"],
    ['of a fault of a row', "throw new RowError('The end time is missing.');"],
    ['of a description outside a schema', "processor.pay({ description: 'Own money by card' });"],
    ['that looks like a part of a query', "const hint = 'is not known yet';"],
    ['in another tagged template', 'const text = html`<p>Your account is ready</p>`;'],
  ])('hides: one %s is found', (_, source) => {
    expect(found(asWritten(source)).length).toBeGreaterThan(0);
  });

  test.each([
    ['a query', "await sql`select name from people where name = 'not a sentence'`.execute(tx);"],
    ['a table by another name', "tx.selectFrom('invoices as invoice').where('invoice.state', 'is not', null);"],
    ['a fault that a developer reads', "throw new RangeError('the balance does not follow');"],
    ['a line of the log', "request.log.warn({ code }, 'not able to answer now');"],
    [
      'the description of a route',
      "const schema = { summary: 'Place everything in my basket', tags: ['card payments'] };",
    ],
    ['the description of an answer', "const Out = Type.String({ description: 'a month that is over' });"],
    ['a part of a query', "query.on('event.id', 'is not', null).select(['one.name as name']).as('told');"],
    ['an event of an emitter', "server.on('unhandled-rejection', stop); parts.set('first-day', day);"],
    ['the log, with a value', 'request.log.info(`#{count} rows`);'],
    ['an answer that is a code', "const typed = on ? 'yes' : 'no'; const isOn = typed === 'yes';"],
    ['a value beside a mark', 'const id = `#{kind}:#{id}`; const width = `#{count}px`; const name = `sm-#{kind}`;'],
    ['names of styles', 'const a = <p className="sm-soft sm-small govuk-body" />;'],
    ['a code', "const code = 'invoice.not-draft'; const key = `states.#{state}`; const event = 'order-placed';"],
    [
      'what a browser is told',
      "reply.header('cache-control', 'public, max-age=31536000').type('text/csv; charset=utf-8');",
    ],
  ])('is suspected in %s', (_, source) => {
    expect(found(asWritten(source))).toEqual([]);
  });
});
