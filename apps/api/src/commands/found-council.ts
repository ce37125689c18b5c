// `npm run found-council -- --name "…" --slug … …`: founds a council and invites its first administrator. Says what it
// did and exits 0; or says plainly what is wrong, changes nothing and exits 1. With `--again` it only invites the first
// administrator once more.

import { parseArgs } from 'node:util';
import { normalisePostcode } from '@support-market/domain/shared/postcodes';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { wordsIn } from '@support-market/words/words-in';
import { openContext } from '../adapters.ts';
import { readConfig } from '../config.ts';
import { isMailAddress } from '../ports/mail/mail.ts';
import { type Founding, foundRealCouncil, inviteAgain } from '../workflows/found-real-council.ts';
import { openCommand } from './open-command.ts';

const sentence = wordsIn().say('commands');

const NAMED_ADDRESS = /^([^<>]+)<([^<>]+)>$/;
const short = (value: string): boolean => value.length <= 200;

/** What each option may be; what it has to be is said in words. */
const OPTIONS = {
  name: short,
  slug: (value) => /^[a-z0-9-]{2,40}$/.test(value),
  code: (value) => /^[A-Z]{3}$/.test(value),
  email: isMailAddress,
  address: short,
  city: short,
  postcode: (value) => normalisePostcode(value).ok,
  administrator: (value) => {
    const [, name = '', email = ''] = NAMED_ADDRESS.exec(value) ?? [];
    return short(value) && !isBlank(name) && isMailAddress(email.trim());
  },
} satisfies Record<string, (value: string) => boolean>;

type OptionName = keyof typeof OPTIONS;

/** What `--again` needs. */
const AGAIN: readonly OptionName[] = ['slug', 'administrator'];

function readFounding(args: string[], isAgain: boolean): Founding {
  const names = isAgain ? AGAIN : (Object.keys(OPTIONS) as OptionName[]);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args, options });
  const text = (name: OptionName): string => String(values[name] ?? '').trim();
  const faults = names.flatMap((name) => {
    if (isBlank(text(name))) return [sentence('found.missing', { option: `--${name}` })];
    return OPTIONS[name](text(name)) ? [] : [sentence(`found.rules.${name}`, { option: `--${name}` })];
  });
  const postcode = normalisePostcode(text('postcode'));
  const [, administratorName = '', administratorEmail = ''] = NAMED_ADDRESS.exec(text('administrator')) ?? [];
  if (faults.length > 0 || !(postcode.ok || isAgain))
    throw new Error([...faults, '', sentence('found.usage')].join('\n'));
  return {
    council: {
      name: text('name'),
      slug: text('slug'),
      code: text('code'),
      email: text('email'),
      addressLine: text('address'),
      city: text('city'),
      postcode: postcode.ok ? postcode.value : '',
    },
    administrator: { name: administratorName.trim(), email: administratorEmail.trim().toLowerCase() },
  };
}

async function again({ council, administrator }: Founding, databaseUrl: string): Promise<string> {
  const config = readConfig({ ...process.env, DATABASE_URL: databaseUrl });
  const { context, close } = openContext(config, 'support-market found-council', 'job');
  try {
    const outcome = await inviteAgain(context, council.slug, administrator);
    if (outcome.ok) return sentence('found.again', { ...administrator, mail: outcome.value.mailId });
    const why =
      outcome.code === 'unknown'
        ? sentence('found.unknown', { slug: council.slug })
        : sentence('found.hasAdministrator');
    throw new Error(`${why} ${sentence('found.unchanged')}`);
  } finally {
    await close();
  }
}

async function found(founding: Founding, databaseUrl: string): Promise<string> {
  const { council, administrator } = founding;
  const config = readConfig({ ...process.env, DATABASE_URL: databaseUrl });
  const { context, close } = openContext(config, 'support-market found-council', 'job');
  try {
    const outcome = await foundRealCouncil(context, founding);
    if (!outcome.ok) throw new Error(`${refusal(outcome.code, founding)} ${sentence('found.unchanged')}`);
    const { councilId, mailId } = outcome.value;
    return [
      sentence('found.done', { council: council.name, slug: council.slug, code: council.code, id: councilId }),
      sentence('found.invited', administrator),
      sentence('found.mail', { mail: mailId, url: config.publicUrl }),
    ].join('\n');
  } finally {
    await close();
  }
}

function refusal(code: 'demonstration' | 'slug-taken' | 'code-taken', { council }: Founding): string {
  switch (code) {
    case 'demonstration':
      return sentence('found.demonstration');
    case 'slug-taken':
      return sentence('found.slugTaken', { slug: council.slug });
    case 'code-taken':
      return sentence('found.codeTaken', { code: council.code });
  }
}

try {
  const given = process.argv.slice(2);
  const isAgain = given.includes('--again');
  const founding = readFounding(
    given.filter((one) => one !== '--again'),
    isAgain,
  );
  const command = await openCommand();
  try {
    if (command.isDemonstration) {
      throw new Error(sentence('found.forDemonstration'));
    }
    process.stdout.write(`${await (isAgain ? again : found)(founding, command.databaseUrl)}\n`);
  } finally {
    await command.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
