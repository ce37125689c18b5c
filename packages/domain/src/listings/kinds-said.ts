// How people say what they look for: for each kind of support, the words and phrases that mean it, today's and yesterday's, plain
// and professional. `meant-kinds.ts` reads them beside the catalogue's own words, which also tell what an imported listing is.
// Source: the domain notes, section 8 (things people search for) and 13 (dated words appear only as search synonyms).

const said = (text: string): readonly string[] => text.split(', ');

/** By the slug of a kind; a phrase may mean several. Words are understood in their other forms and with a slip. */
export const KINDS_SAID: Readonly<Record<string, readonly string[]>> = {
  'personal-care': [
    ...said(
      'to bed, live in, after an operation, after my operation, post op, care, home from hospital, discharged from hospital, personal hygiene, hair wash, washing and dressing, end of life care at home, carer, home carer, care worker, care assistant, home care worker, care at home, care package, package of care',
    ),
    ...said(
      'domiciliary care, dom care, home help carer, helping hand at home, support at home, live at home, help at home',
    ),
    ...said(
      'bath, bathing, shower, showering, washed, wash me, help me wash, wash my, strip wash, bed bath, getting dressed, get dressed, dressing',
    ),
    ...said(
      'toilet, toileting, continence, incontinence, commode help, hygiene, personal hygiene, grooming, shaving, intimate care, get up, getting up',
    ),
    ...said(
      'out of bed, into bed, put to bed, go to bed, help to bed, tuck in, morning call, care call, four times a day, three times a day, twice a day',
    ),
    ...said(
      'double up care, two carers, reablement, re ablement, enablement, intermediate care, hospital discharge, after hospital, coming home from hospital',
    ),
    ...said(
      'medication, tablets reminder, take tablets, take my pills, pill prompt, catheter, peg feed, stoma, hoisting, moving and handling, feeding, help to eat',
    ),
    ...said(
      'live in carer, live in care, 24 hour care, complex care, caregiver, care giver, home nurse, home aide, nurse at home, carers to come, carer to come',
    ),
    ...said(
      'someone to come in, pop in, pop in visit, check on mum, check on dad, check on my, welfare call, home support, palliative care at home',
    ),
  ],
  'personal-assistants': [
    ...said(
      'pa, personal assistant, support worker, enabler, one to one support, 1 to 1 support, 1:1 support, my own carer, own staff',
    ),
    ...said(
      'employ a carer, employ my own, hire a carer, microprovider, micro provider, self employed carer, key worker, take my son out, take my daughter out',
    ),
  ],
  housework: [
    ...said(
      'mothers help, window cleaner, help around the house, hand around the house, help in the house, help round the house, housework, house work, cleaner, cleaning, clean my, home help, domestic help, domestic, char lady, daily woman, housekeeper, house keeping',
    ),
    ...said(
      'hoover, hoovering, vacuum, dust, dusting, mop, iron, ironing, laundry, washing up, wash up, washing done, do the washing, change the bed, bed change, change bedding, make the bed',
    ),
    ...said(
      'shopping, my shopping, shop for me, errand, grocery, collect prescription, pick up prescription, fetch my prescription, declutter, hoarding, deep clean, tidy, tidying, window cleaning',
    ),
    ...said('cook for me, prepare meals, make my tea, household chore, chores'),
  ],
  'night-support': [
    ...said(
      'live in, overnight, over night, night carer, night care, night sitter, night support, night time, nights, through the night, during the night, at night',
    ),
    ...said(
      'sleep in, sleep over, sleepover, sleeping night, waking night, wake night, night nurse, stay the night, stay with mum at night',
    ),
  ],
  'short-breaks': [
    ...said(
      'crossroads, crossroads care, respite, short break, break from caring, carers break, carer break, break for carers, a break, need a break, need a rest, a rest from, time off from caring',
    ),
    ...said(
      'sitting service, sitter, sit with, granny sitter, granny sitting, babysitter for disabled, to sit, sitting with, stay with my, look after my mum while, look after him while, look after her while',
    ),
    ...said(
      'while i go out, while i go to work, while i am away, when i go away, while we go away, while i go on holiday, holiday care, shared care, short stay, shared lives, day off from caring, replacement care',
    ),
  ],
  'care-homes': [
    ...said(
      'extra care, care home, nursing home, residential home, residential care, rest home, retirement home, old peoples home, old age home, old folks home, nursing care, home for the elderly',
    ),
    ...said(
      'emi, emi home, dementia home, home for people with dementia, nursing bed, full time care, move into care, going into care, go into a home, put mum in a home, dad in a home, mum into a home, live with carers, permanent care',
    ),
    ...said(
      'supported living, supported living house, group home, assisted living, convalescent home, convalescence, hospice home, long term care',
    ),
  ],
  transport: [
    ...said(
      'transport, lift, lift to, a lift, taxi, minicab, mini cab, car, minibus, mini bus, driver, volunteer driver, drive me, driven, dial a ride, ring and ride, ring a ride, bus pass, bus',
    ),
    ...said(
      'patient transport, hospital transport, hospital car, ambulance car, wheelchair taxi, accessible taxi, travel training, travel buddy, community car, car scheme, get to hospital, get to the hospital, to hospital, doctors appointment, hospital appointment, gp appointment, get to my, get me to, take me to, getting about, get about, blue badge, shopmobility, travel card, school run',
    ),
  ],
  company: [
    ...said(
      'company, companion, companionship, befriend, befriender, befriending, buddy, lonely, loneliness, on my own, all alone, alone, isolated, isolation, house bound, housebound, no one to talk to',
    ),
    ...said(
      'someone to talk to, somebody to talk to, someone to chat to, chat, chat on the phone, a natter, a friend, friend, make friends, friendship, phone friend, telephone friend, phone call, telephone call, ring me, pen pal',
    ),
    ...said(
      'visitor, visit my, friendly visit, home visitor, good neighbour, someone to visit, never see anyone, no one visits, go for a walk with, someone to go with, walk with me, escort, accompany, go out with',
    ),
  ],
  'days-out': [
    ...said(
      'day out, days out, day trip, trip, outing, excursion, coach trip, holiday, supported holiday, accessible holiday, seaside, theme park, cinema trip, theatre trip, caravan, mystery tour, short holiday',
    ),
  ],
  faith: [
    ...said(
      'langar, diwali, ramadan, eid, easter service, hymn, church, mosque, masjid, gurdwara, gurudwara, temple, mandir, synagogue, shul, chapel, cathedral, parish, mass, sunday service, worship, pray, prayer, praying, place of worship',
    ),
    ...said(
      'bible, bible study, quran, koran, islam, islamic, muslim, christian, catholic, methodist, baptist, anglican, quaker, jewish, hindu, sikh, buddhist, vicar, priest, imam, rabbi, jehovah, religion, religious, faith, spiritual, fellowship, salvation army',
    ),
  ],
  'lunch-clubs': [
    ...said(
      'meal, lunch club, luncheon club, luncheon, lunch, community lunch, community meal, sunday lunch, dinner club, supper club, lunch group, soup lunch, meal with others, eat with others, eat together, dinner with, have lunch, have dinner with, breakfast club for adults, meal and company, pensioners lunch',
    ),
  ],
  'meals-delivered': [
    ...said(
      'meal, cooked dinner, cooked meal, home cooked meal, home cooked dinner, halal food, halal meal, kosher food, kosher meal, dinner, dinners, meals on wheels, meal on wheels, meals delivered, meal delivery, delivered meal, dinner delivered, dinners delivered, food delivered, food delivery, lunch delivered, hot meal, hot dinner, ready meal, frozen meal, wiltshire farm foods, oakhouse, cook meals for me',
    ),
    ...said(
      'food brought, meals brought, dinner brought, meal brought, brought to my door, meals to my door, community meals service, cant cook, cannot cook, halal meals, kosher meals, pureed meals, special diet meals',
    ),
  ],
  'food-banks': [
    ...said(
      'food bank, food pantry, pantry, food parcel, food voucher, free food, food share, food hub, community fridge, community shop, social supermarket, larder, community larder, soup kitchen, trussell, trussell trust, fareshare',
    ),
    ...said(
      'no food, no money for food, cant afford food, cannot afford food, cant afford to eat, hungry, starving, emergency food, food help, run out of food, cheap food, food poverty, baby bank',
    ),
  ],
  cooking: [
    ...said(
      'cook, cooking, cookery, baking, bake, learn to cook, cook and eat, cooking class, cookery class, cooking lesson, cooking skill, healthy eating, cook on a budget, kitchen skill, cake making',
    ),
  ],
  'day-centres': [
    ...said(
      'warm space, warm hub, somewhere warm, keep warm, day centre, day service, day care, daycare, adult day care, day opportunity, day club, drop in, drop in centre, community centre, day hospital, day provision, day support, adult training centre, atc, sec, resource centre',
    ),
    ...said('during the day, in the daytime, somewhere to go in the day, day programme, day activity, somewhere to go'),
  ],
  'memory-cafes': [
    ...said(
      'memory cafe, dementia cafe, alzheimers cafe, memory group, dementia group, dementia, alzheimer, alzheimers disease, vascular dementia, lewy body, senile, senility, memory loss, memory problem, losing her memory, losing his memory, losing my memory, forgetful, forgetting, forgetting things, keeps forgetting, memory clinic, memory, confused, wandering, singing for the brain, cst, cognitive stimulation, reminiscence',
    ),
  ],
  'arts-and-music': [
    ...said(
      'art, arts, craft, crafts, music, musical, choir, quire, singing, sing, singer, sing along, dance performance, drama, theatre, acting, amateur dramatics, am dram, orchestra, band, brass band, opera, operatic, piano, guitar, ukulele, violin, drum, drumming, keyboard lesson',
    ),
    ...said(
      'paint, painting, watercolour, water colour, draw, drawing, sketch, pottery, ceramics, clay, sculpture, photography, camera club, film making, knit, knitting, knit and natter, crochet, sew, sewing, embroidery, needlework, dressmaking, quilting, patchwork, textile, weaving, card making, flower arranging, jewellery making, woodwork, wood carving, calligraphy, creative, creative writing, poetry, art class, art group, art therapy, music therapy, music group, colouring, mosaic, print making',
    ),
  ],
  'clubs-and-groups': [
    ...said(
      'warm space, somewhere warm, bloke, blokes, elders group, elders club, oap club, oap, tea and cake, scrabble club, social club, social group, social, group, club, bingo, coffee morning, tea dance, tea and chat, cuppa, whist, whist drive, bridge, card game, chess, draughts, dominoes, board game, quiz, scrabble, pub quiz, wi, womens institute, u3a, university of the third age, rotary, townswomen guild, over 50s, over 60s, over 60s club, pensioners club, friendship club, friendship group',
    ),
    ...said(
      'mens shed, men in sheds, man shed, mens group, womens group, ladies group, men group, women group, lgbt, lgbtq, gay, history society, local history, family history, civic society, meet people, meeting people, meet new people, peer group, hobby, model railway, train club, pub, snooker, pool table, darts, singles, widows, coffee club, residents association, model train, social life, activities, things to do, something to do',
    ),
  ],
  'children-and-young-people': [
    ...said(
      'youth worker, youth work, sensory play, sibling, siblings, sibling group, home start, mothers help, kids club, childcare, child care, babysitter, baby sitter, youth, youth club, youth group, youth centre, young people, young person, children, child, kid, kiddie, teenager, teen, toddler, baby, baby group, mum and baby, mother and toddler, mums and tots, tots, parent and toddler, stay and play, play group, playgroup, play scheme, playscheme, soft play, holiday club, summer club, half term, after school, after school club, breakfast club, wrap around care, nursery, pre school, childminder, child minder, creche',
    ),
    ...said(
      'scout, beaver, cub scouts, cubs, guide, girl guides, guides, brownie, rainbows, cadet, boys brigade, girls brigade, duke of edinburgh, send, sen, special needs child, disabled child, disabled kid, saturday club for',
    ),
  ],
  'gardens-and-nature': [
    ...said(
      'garden group, gardening group, gardening club, community garden, gardening, garden, allotment, grow vegetables, growing vegetables, horticulture, horticultural, green gym, nature, nature walk, nature reserve, wildlife, bird, birdwatching, bird watching, bird watch, birdsong, animal, pet, dog walking, petting, farm, care farm, city farm, donkey, beekeeping, bees, conservation, conservation volunteers, woodland, forest, forest school, tree planting, environment, countryside, flower',
    ),
  ],
  'racket-sports': said(
    'racket, racquet, badminton, shuttlecock, tennis, squash, table tennis, ping pong, pickleball, padel',
  ),
  'team-sports': [
    ...said(
      'football, footy, footie, soccer, five a side, 5 a side, walking football, rugby, cricket, walking cricket, hockey, ice hockey, netball, walking netball, basketball, wheelchair basketball, volleyball, handball, lacrosse, gaelic football, rounders, softball, baseball, team sport, powerchair football, wheelchair rugby, football match, season ticket',
    ),
  ],
  swimming: [
    ...said(
      'swim, swimming, swimmer, swimming lesson, swimming pool, swimming bath, baths, pool, aqua, aquafit, aqua aerobics, water aerobics, aquacise, rowing, sailing, canoe, kayak, canoeing, kayaking, paddle board, paddleboarding, water sport, life saving, water polo, diving, scuba, surf',
    ),
  ],
  'gym-and-fitness': [
    ...said(
      'falls, falling over, keeps falling, had a fall, kurling, new age kurling, slimming, slimming world, weight watchers, diet club, get moving, keep moving, stay active, mobility class, gym, gymnasium, fitness, keep fit, get fit, exercise, exercise class, chair exercise, chair based exercise, seated exercise, armchair exercise, armchair aerobics, strength and balance, falls prevention, fall prevention, falls class, otago, balance class, prevent falls, weights, weight training, gymnastics, trampoline, trampolining, zumba, pilates, yoga, chair yoga, aerobic, aerobics, step class, spin class, circuit, tai chi, qigong, stretch, stretching, boccia, move it or lose it, leisure centre, personal trainer, boot camp, lose weight, weight loss',
    ),
    ...said(
      'dance, dancing, line dancing, ballroom, ballroom dancing, dance class, ballet, tap dancing, salsa, barn dance, square dancing, country dancing, tea dancing, bhangra',
    ),
  ],
  'outdoor-sports': [
    ...said(
      'run, running, runner, running club, jog, jogging, park run, parkrun, couch to 5k, athletics, athletic, cycle, cycling, bike, bike ride, bicycle, adapted bike, tricycle, horse, horse riding, pony, equine, riding for the disabled, rda, golf, golfing, crazy golf, bowls, bowling, bowling green, crown green, lawn bowls, croquet, walking group, walking club, ramble, rambler, rambling, hike, hiking, health walk, nordic walking, walk, walking, orienteering, fishing, angling, archery, climbing, skiing, skating, skateboarding, petanque, boules',
    ),
  ],
  'martial-arts': said(
    'martial art, judo, karate, aikido, taekwondo, tae kwon do, kung fu, kickboxing, boxing, boxer, fencing, ju jitsu, jujitsu, jiu jitsu, self defence, kendo, wrestling, mma, krav maga',
  ),
  courses: [
    ...said(
      'sign language, braille class, course, class, lesson, evening class, night class, night school, adult education, adult learning, college, further education, learn english, english class, english lesson, english course, english as a second language, esol, efl, learn to read, read and write, reading and writing, literacy, cant read, spelling, numeracy, maths, maths class, maths course, gcse, qualification, workshop, training course, tuition, tutor, sign language class, learn sign language, bsl class, bsl course, first aid course, learn a language, french class, spanish class, independent living skills, life skills, money management course, lip reading, lipreading',
    ),
  ],
  libraries: said(
    'read aloud, reading aloud, braille, braille book, newspaper, library, mobile library, home library, library book, book, borrow book, book borrowing, audiobook, audio book, talking book, large print, large print book, book club, reading group, readers group, ebook, story time, storytime, rhyme time',
  ),
  computers: [
    ...said(
      'computer, computing, pc, laptop help, ipad, i pad, tablet help, tablets and phones, tablet computer, iphone, smartphone, smart phone, mobile phone, android, internet, wifi, broadband, online, get online, getting online, go online, digital, digital skill, it help, it class, it skills, it lesson, email, e mail, zoom, facetime, skype, whatsapp, facebook, web, website, tech help, technology help, silver surfer, video call, phone help, use my phone, use a phone',
    ),
  ],
  'jobs-and-volunteering': [
    ...said(
      'job, employment, supported employment, find work, finding work, get a job, back to work, into work, return to work, work experience, job coach, job club, job seeker, unemployed, career, careers advice, cv, interview, apprenticeship, apprentice, internship, supported internship, work placement, work',
    ),
    ...said(
      'volunteer, volunteering, voluntary work, voluntary, give my time, give something back, charity shop, helping others',
    ),
  ],
  schools: said(
    'school, special school, primary school, secondary school, sen school, pta, parent teacher, parent teacher association, friends of school, parents group, parent group, parents association, parent carer forum, home schooling, pupil, ehcp, education health and care',
  ),
  equipment: [
    ...said(
      'stairs, manage the stairs, climb the stairs, bath aid, bathing aid, bathroom aid, kitchen aid, dressing aid, hearing aid battery, walking aids, disability equipment, incontinence supply, equipment, aid, aids, disability aid, daily living aid, walking frame, zimmer, zimmer frame, walker with wheels, rollator, walking stick, walking aid, crutch, wheelchair, wheelchair hire, wheel chair, powerchair, power chair, mobility scooter, scooter, mobility aid, hoist, sling, commode, raised toilet seat, toilet seat, bath board, bath seat, bath lift, shower chair, shower seat, perching stool, grab rail, hand rail, handrail, rail, bed rail, bed lever, hospital bed, profiling bed, adjustable bed, pressure mattress, pressure cushion, riser recliner, rise and recline, recliner, recliner chair, chair raiser, stairlift, stair lift, through floor lift, ramp, helping hand grabber, jar opener, adapted cutlery, magnifier, hearing aid, red cross loan, loan equipment, incontinence pad, incontinence pads',
    ),
  ],
  technology: [
    ...said(
      'keeps falling, falling over, had a fall, pull cord, emergency cord, emergency pull cord, emergency call, emergency alarm, sos button, fall pendant, alarm, personal alarm, panic button, emergency button, red button, pendant, pendant alarm, neck alarm, wrist alarm, lifeline, life line, careline, care line, telecare, community alarm, care call alarm, fall alarm, falls alarm, fall detector, falls detector, sensor, bed sensor, door sensor, motion sensor, gps, gps tracker, tracker, tracking device, smart watch, alexa, echo, smart speaker, smart home, video doorbell, door bell, key safe, keysafe, medication dispenser, pill dispenser, assistive technology, communication aid, gadget, speech device, round my neck, talking clock, day clock, dementia clock',
    ),
  ],
  repairs: [
    ...said(
      'blocked sink, sink, drain, window, cold house, heating, insulation, manage the stairs, repair, repairs, handyman, handy man, handyperson, odd job, odd job man, small job, jobs around the house, little job, diy, joiner, carpenter, plumber, plumbing, electrician, decorator, decorating, painter and decorator, wallpaper, leaking tap, dripping tap, tap, light bulb, lightbulb, bulb, put up, curtain rail, flat pack, fix, fixed, mend, broken, boiler, draught proofing, lock, home safety check, home improvement agency, care and repair',
    ),
    ...said(
      'adaptation, home adaptation, adapt my home, adapted bathroom, wet room, wetroom, walk in shower, level access shower, ramp, front door ramp, door widening, grab rail, rail fitted, disabled facilities grant, dfg, stairlift, key safe',
    ),
  ],
  'garden-help': said(
    'gardener, gardening help, help in the garden, help with the garden, garden help, garden maintenance, garden clearance, garden tidy, tidy garden, lawn, lawn mowing, mow, mowing, mow the lawn, grass, cut the grass, cut my grass, grass cutting, hedge, hedge cutting, hedge trimming, weeding, weeds, weed, prune, pruning, overgrown, overgrown garden, leaves swept, landscaping, tree cutting',
  ),
  housing: [
    ...said(
      'housing, sheltered housing, sheltered accommodation, sheltered flat, warden controlled, retirement flat, retirement housing, extra care, extra care housing, extra care flat, somewhere to live, place to live, flat, bungalow, council house, housing association, tenancy, tenant, landlord, rent, eviction, evicted, homeless, homelessness, hostel, rough sleeping, rough sleeper, sleeping rough, shelter, night shelter, refuge, move house, moving house, moving home, removals, removal, downsizing, house move, home move, accommodation, lodging, homeshare, home share',
    ),
  ],
  counselling: [
    ...said(
      'counselling, counsellor, therapy, therapist, talking therapy, talking therapies, talking treatment, psychotherapy, psychotherapist, psychologist, psychological, cbt, cognitive behavioural therapy, iapt, relate, marriage guidance, couples, couples therapy, relationship, relationship problem, marriage, divorce, separation, bereavement, bereaved, grief, grieving, loss, husband died, wife died, mum died, dad died, son died, partner died, someone died, death, died, cruse, widow, widowed, someone to listen, listening ear, listening service, need to talk, talk to someone, trauma, ptsd, abuse survivor, sexual abuse, rape, anger management, self esteem',
    ),
  ],
  'mental-health': [
    ...said(
      'mental health, mental illness, mentally ill, psychiatric, psychiatrist, depression, depressed, low mood, feeling low, feeling down, feel low, feel down, down in the dumps, sad, unhappy, cant cope, not coping, cannot cope, anxiety, anxious, worry, worried, panic attack, panic, nerves, bad nerves, nervous, nervous breakdown, breakdown, stress, stressed, phobia, ocd, bipolar, manic depression, schizophrenia, psychosis, psychotic, hearing voices, voices, personality disorder, bpd, self harm, self harming, cutting myself, suicide, suicidal, suicidal thoughts, want to die, end my life, samaritans, crisis, crisis team, mental health crisis, mind, camhs, cmht, ptsd, eating disorder, anorexia, bulimia, mindfulness, meditation, relaxation, wellbeing group, peer support, recovery college, postnatal depression, post natal depression, baby blues, insomnia',
    ),
  ],
  carers: [
    ...said(
      'siblings, kinship carer, grandparents raising grandchildren, kinship, carers group, carer group, carers centre, carer centre, carers support, carer support, support for carers, help for carers, carers support group, carer support group, carers assessment, carer assessment, carers assesment, carers rights, carers emergency card, carers card, unpaid carer, family carer, young carer, young carers, parent carer, sandwich carer, carers cafe, carers drop in, carers allowance, carers training, support as a carer, i am a carer, im a carer, being a carer, looking after my, look after my, i look after, care for my, caring for my, caring for, caring role, i care for, carers week',
    ),
  ],
  'advice-and-advocacy': [
    ...said(
      'cold house, heating, gas bill, electricity bill, advice, advise, adviser, advisor, information, guidance, signposting, advocacy, advocate, imca, imha, someone to speak up for me, speak up, speaking up, self advocacy, citizens advice, citizen advice bureau, citizens advice bureau, cab, benefit, benefits, benefits advice, welfare benefits, welfare right, welfare rights, universal credit, pip, pip form, dla, esa, attendance allowance, carers allowance, pension credit, housing benefit, tribunal, appeal, claim, form filling, filling in form, fill in form, form, forms, debt, debts, money worries, money advice, bills, arrears, bailiff, energy bill, fuel poverty, cost of living, grant',
    ),
    ...said(
      'legal, legal advice, solicitor, law centre, power of attorney, lasting power of attorney, lpa, will writing, make a will, deputyship, court of protection, rights, complaint, complain, immigration, asylum, asylum seeker, refugee, domestic abuse, domestic violence, violent partner, victim, victim support, hate crime, safeguarding, scam, fraud, discrimination, direct payment, direct payments support, direct payment advice, personal budget, payroll, social worker, care assessment, needs assessment, social prescribing, social prescriber, healthwatch, age uk, age concern, help the aged',
    ),
  ],
  'long-term-conditions': [
    ...said(
      'cancer, cancer support, macmillan, tumour, chemo, stroke, stroke group, stroke support, stroke club, parkinson, parkinsons, parkinsons disease, ms, multiple sclerosis, mnd, motor neurone, autism, autistic, asperger, aspergers, asd, adhd, diabetes, diabetic, type 2 diabetes, arthritis, rheumatism, epilepsy, epileptic, fits, seizure, copd, asthma, breathing problem, breathe easy, emphysema, lung, heart, heart failure, heart attack, cardiac, cardiac rehab, kidney, dialysis, hiv, aids support, me, chronic fatigue, cfs, fibromyalgia, chronic pain, pain, lupus, crohns, colitis, huntington, cerebral palsy, spina bifida, downs syndrome, down syndrome, muscular dystrophy, osteoporosis, tinnitus, long covid, amputee, limb loss, head injury, brain injury, brain damage, headway, acquired brain injury, spinal injury, rehabilitation, rehab, hospice, palliative, end of life, terminal, dying',
    ),
    ...said(
      'sight loss, sight, blind, partially sighted, visually impaired, visual impairment, going blind, macular, guide dog, rnib, talking newspaper, deaf, hearing loss, hard of hearing, hearing impaired, deafblind, going deaf, rnid, lip reading, lipreading, sign language, learning disability, learning disabilities, learning difficulty, learning difficulties, mental handicap, mencap, disability, disabled, long term condition, long term illness, chronic illness, self management',
    ),
  ],
  therapies: [
    ...said(
      'sensory, sensory room, nail care, nail, toe, ear wax, pedicure, equine therapy, physio, physiotherapy, physiotherapist, ot, occupational therapy, occupational therapist, speech therapy, speech and language, salt, speech therapist, chiropody, chiropodist, podiatry, podiatrist, foot care, footcare, foot clinic, feet, toenail, toe nail, nail cutting, toenail cutting, cut my toenails, massage, masseuse, reflexology, reiki, aromatherapy, acupuncture, osteopath, osteopathy, chiropractor, complementary therapy, alternative therapy, hydrotherapy, dietician, dietitian, nutritionist, hypnotherapy, hairdresser, haircut, mobile hairdresser, beauty treatment, manicure, dentist, optician, back pain, sensory room, rebound therapy',
    ),
  ],
  addiction: [
    ...said(
      'na meeting, vape, vapes, crack, ketamine, cocaine anonymous, steroid, rehab for alcohol, rehab for drugs, alcohol, alcoholic, alcoholism, alcoholics anonymous, aa, aa meeting, al anon, alanon, drink problem, drinking, drinking problem, drinking too much, drinks too much, drink too much, stop drinking, give up drinking, booze, boozing, sober, sobriety, drunk, detox, drug, drugs, drug problem, drug user, takes drugs, on drugs, narcotics anonymous, cocaine, heroin, cannabis, weed smoking, methadone, needle exchange, substance, substance misuse, substance abuse, addict, addicted, addiction, recovery group, gambling, gambler, gambling problem, gamblers anonymous, gamcare, betting, bets, bookies, quit smoking, stop smoking, give up smoking, vaping, smart recovery',
    ),
  ],
};

/** Where another kind is named beside one of these, they mostly say for whom or in which form that other is. */
export const KINDS_BESIDE_OTHERS: ReadonlySet<string> = new Set([
  ...['children-and-young-people', 'schools', 'long-term-conditions', 'courses', 'faith', 'clubs-and-groups'],
  ...['memory-cafes', 'carers', 'company'],
]);

/** Words that by themselves say little beside any that says more: a night carer is for the night, a chess club is for chess. */
export const SAY_LITTLE: ReadonlySet<string> = new Set(
  'care carer group club social activity work course class lesson workshop form car walk visit help friend session meal food book wheelchair therapy bath nail dinner support'.split(
    ' ',
  ),
);
