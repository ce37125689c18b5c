// The catalogue's eight headings and their subcategories, with the words that people and publishers use for what stands there: a
// vocabulary that search reads and that is shown nowhere. The names of both are in packages/words.
// Source: the domain notes, section 8 and In Control's reports on what people bought with their budgets; names in plain English.

import { foldText } from '../shared/text.ts';

export type CategoryFacts = {
  readonly slug: string;
  /** Words and phrases, folded, in the singular; a trailing plural is understood. */
  readonly words: readonly string[];
};

export type TopCategory = CategoryFacts & { readonly children: readonly CategoryFacts[] };

const child = (slug: string, words: string): CategoryFacts => ({ slug, words: words.split(', ') });

export const CATEGORIES = [
  {
    slug: 'help-at-home',
    words: ['help at home', 'home help', 'support at home', 'care'],
    children: [
      child(
        'personal-care',
        'personal care, home care, homecare, domiciliary, homecare agency, washing, dressing, care agency, carer',
      ),
      child('personal-assistants', 'personal assistant, pa'),
      child('housework', 'cleaning, cleaner, laundry, ironing, housework, domestic help, shopping'),
      child('night-support', 'waking night, sleeping night, sleep in, night sitter, overnight, live in care'),
      child('short-breaks', 'short break, respite, sitting service, sitter, break for carer, holiday for carer'),
      child(
        'care-homes',
        'care home, nursing home, residential home, supported living, sheltered housing, extra care, almshouse',
      ),
    ],
  },
  {
    slug: 'out-and-about',
    words: ['out and about', 'trip', 'outing'],
    children: [
      child(
        'transport',
        'transport, taxi, minibus, dial a ride, ring and ride, travel training, shopmobility, mileage, petrol',
      ),
      child(
        'company',
        'befriending, befriender, companion, companionship, buddy, loneliness, isolated, lonely, good neighbour',
      ),
      child('days-out', 'day out, day trip, holiday, excursion, coach trip'),
      child('faith', 'church, mosque, synagogue, temple, chapel, parish, worship, faith, religious'),
    ],
  },
  {
    slug: 'meals',
    words: ['meal', 'food', 'lunch', 'dinner', 'breakfast'],
    children: [
      child('lunch-clubs', 'lunch club, luncheon club, community lunch, community meal, free lunch'),
      child('meals-delivered', 'meals on wheels, meal delivery, delivered meal, hot meal'),
      child('food-banks', 'food bank, foodbank, food pantry, pantry, food parcel'),
      child('cooking', 'cooking, cookery, cook and eat'),
    ],
  },
  {
    slug: 'day-activities',
    words: ['day activity', 'activity group', 'social club', 'social group', 'leisure activity'],
    children: [
      child('day-centres', 'day centre, day service, day opportunity, drop in, community centre, day care'),
      child('memory-cafes', 'memory cafe, dementia cafe, dementia, demetia, alzheimer, singing for the brain'),
      child(
        'arts-and-music',
        'art, craft, music, choir, singing, dance, drama, theatre, orchestra, brass band, painting, knitting, pottery, photography, operatic',
      ),
      child(
        'clubs-and-groups',
        "women's institute, wi, u3a, coffee morning, tea dance, bingo, friendship group, history society, civic society",
      ),
      child(
        'children-and-young-people',
        'youth, youth club, young people, children, playgroup, play group, play scheme, playscheme, scout, guide, brownie, cub, toddler, after school club, pre school, preschool, nursery',
      ),
      child(
        'gardens-and-nature',
        'gardening, allotment, garden, wildlife, nature group, nature reserve, conservation, animal',
      ),
    ],
  },
  {
    slug: 'sport-and-leisure',
    words: ['sport', 'multi sport', 'leisure centre', 'recreation'],
    children: [
      child('racket-sports', 'badminton, tennis, squash, table tennis, pickleball, racket'),
      child(
        'team-sports',
        'football, rugby, cricket, hockey, ice hockey, netball, basketball, volleyball, lacrosse, gaelic football, rounders, rufc, rfc, fc, afc',
      ),
      child('swimming', 'swimming, swim, water sport, rowing, sailing, canoeing, life saving, aqua'),
      child(
        'gym-and-fitness',
        'gym, fitness, weights, gymnastics, trampoline, exercise class, keep fit, zumba, pilates, yoga, aerobics, boccia, chair exercise',
      ),
      child(
        'outdoor-sports',
        'athletic, running club, runner, jogging, cycling, riding, horse riding, golf, bowling, bowls, croquet, walking group, rambler, angling, fishing, archery',
      ),
      child('martial-arts', 'martial art, judo, karate, aikido, tae kwon do, boxing, fencing, ju jitsu'),
    ],
  },
  {
    slug: 'learning-and-work',
    words: ['learning', 'education', 'training'],
    children: [
      child('courses', 'course, class, college, adult education, workshop, english class, esol, tuition, tutor'),
      child('libraries', 'library, reading group, book club'),
      child('computers', 'computer, digital, internet, tablet, online skill'),
      child(
        'jobs-and-volunteering',
        'job, employment, volunteering, volunteer, job coach, apprenticeship, supported internship, work experience',
      ),
      child('schools', 'school, pta, parent teacher, pupil, student'),
    ],
  },
  {
    slug: 'equipment-and-home',
    words: ['equipment', 'home improvement'],
    children: [
      child(
        'equipment',
        'wheelchair, walking aid, hoist, mobility aid, mobility scooter, hospital bed, grab rail, stairlift',
      ),
      child('technology', 'alarm, telecare, pendant, sensor, assistive technology, laptop, communication aid'),
      child('repairs', 'repair, handyperson, handyman, adaptation, plumber, decorating, odd job'),
      child('garden-help', 'gardener, lawn, grass cutting, hedge'),
      child('housing', 'housing, homeless, homelessness, tenancy, removal, accommodation'),
    ],
  },
  {
    slug: 'health-and-wellbeing',
    words: ['health', 'wellbeing', 'well being', 'medical', 'sick', 'illness', 'disability', 'disabled'],
    children: [
      child(
        'counselling',
        'counselling, counsellor, counseling, therapy, talking therapy, psychological therapy, psychotherapy, etherapy, bereavement, relate',
      ),
      child(
        'mental-health',
        'mental health, depression, anxiety, mood disorder, hearing voices, self harm, suicide, self help, emotional support, mindfulness, eating disorder, peer support',
      ),
      child('carers', 'carers centre, carers group, support for carers, unpaid carer, young carer'),
      child(
        'advice-and-advocacy',
        'advice, advocacy, advocate, information service, signposting, citizens advice, benefits advice, debt, welfare right, domestic abuse, victim',
      ),
      child(
        'long-term-conditions',
        'cancer, stroke, parkinson, autism, autistic, diabetes, hospice, palliative, sight loss, hearing loss, deaf, blind, learning disability, rehabilitation',
      ),
      child(
        'therapies',
        'physiotherapy, massage, occupational therapy, speech therapy, reflexology, chiropody, podiatry, hydrotherapy',
      ),
      child('addiction', 'alcohol, drug, addiction, substance, recovery group, gambling'),
    ],
  },
] as const satisfies readonly TopCategory[];

export type TopCategorySlug = (typeof CATEGORIES)[number]['slug'];
export const TOP_CATEGORY_SLUGS: readonly TopCategorySlug[] = CATEGORIES.map((top) => top.slug);
/** Every word that a file may give as a category. */
export const CATEGORY_SLUGS: readonly string[] = CATEGORIES.flatMap((top) => [
  top.slug,
  ...top.children.map(({ slug }) => slug),
]);

export type FoundCategory = {
  readonly top: TopCategorySlug;
  /** The slug of the subcategory, or of the heading itself when only that is known. */
  readonly category: string;
};

type Phrase = FoundCategory & { readonly words: readonly string[]; readonly weight: number };

/** Folds a word to its stem well enough for the words of categories: plurals and possessives only. */
function stem(word: string): string {
  const bare = word.replace(/'s?$/, '').replaceAll("'", '');
  if (bare.length > 4 && bare.endsWith('ies')) return `${bare.slice(0, -3)}y`;
  if (bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss')) return bare.slice(0, -1);
  return bare;
}

/** The words of a text, folded and without plurals: for comparing, never for showing. */
export function stemmedWords(text: string): readonly string[] {
  return (
    foldText(text)
      .match(/[a-z0-9']+/g)
      ?.map(stem)
      .filter((word) => word !== '') ?? []
  );
}

/** Subcategories whose words mostly say for whom or where, so that what is done there counts for more. */
const AUDIENCE_SUBCATEGORIES: ReadonlySet<string> = new Set(['children-and-young-people', 'faith', 'schools']);

// A longer phrase says more than a word; a subcategory's own word says more than its heading's.
const PHRASES: readonly Phrase[] = CATEGORIES.flatMap((top): Phrase[] => {
  const phrases = (facts: CategoryFacts, perWord: number) =>
    facts.words.map((text) => {
      const words = stemmedWords(text);
      return { top: top.slug, category: facts.slug, words, weight: words.length * words.length * perWord };
    });
  return [
    ...phrases(top, 2),
    ...top.children.flatMap((facts: CategoryFacts) => phrases(facts, AUDIENCE_SUBCATEGORIES.has(facts.slug) ? 1 : 3)),
  ];
});

const PHRASES_BY_FIRST_WORD: ReadonlyMap<string, readonly Phrase[]> = PHRASES.reduce((map, phrase) => {
  const [first = ''] = phrase.words;
  map.set(first, [...(map.get(first) ?? []), phrase]);
  return map;
}, new Map<string, Phrase[]>());

/** Every category that a text speaks of with its weight, the heaviest first; ties in the catalogue's order. */
export function categoriesInText(text: string): readonly (FoundCategory & { readonly weight: number })[] {
  const words = stemmedWords(text);
  const found = new Map<string, FoundCategory & { weight: number }>();
  const counted = new Set<Phrase>();
  words.forEach((word, at) => {
    for (const phrase of PHRASES_BY_FIRST_WORD.get(word) ?? []) {
      if (counted.has(phrase) || !phrase.words.every((one, index) => words[at + index] === one)) continue;
      counted.add(phrase);
      const entry = found.get(phrase.category) ?? { top: phrase.top, category: phrase.category, weight: 0 };
      entry.weight += phrase.weight;
      found.set(phrase.category, entry);
    }
  });
  const order = new Map(PHRASES.map((phrase, index) => [phrase.category, index]));
  return [...found.values()].sort(
    (a, b) => b.weight - a.weight || (order.get(a.category) ?? 0) - (order.get(b.category) ?? 0),
  );
}

/**
 * The category for a listing from its words. Give the most telling text first (a category column, then the name, then the
 * description): the first that says anything decides. Undefined when none does, so that an import can ask.
 */
export function categoriseByWords(...texts: readonly string[]): FoundCategory | undefined {
  for (const text of texts) {
    const [best] = categoriesInText(text);
    if (best) return { top: best.top, category: best.category };
  }
  return undefined;
}

/** The heading and subcategory of a slug, for showing; undefined for a slug we do not have. */
export function findCategory(
  slug: string,
): { readonly top: TopCategory; readonly category: CategoryFacts } | undefined {
  for (const top of CATEGORIES) {
    if (top.slug === slug) return { top, category: top };
    const category = top.children.find((one: CategoryFacts) => one.slug === slug);
    if (category) return { top, category };
  }
  return undefined;
}
