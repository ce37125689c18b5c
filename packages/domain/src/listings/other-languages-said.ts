// The commonest needs in the languages that people in England type them in, as the English words that the search understands.

const SAID: readonly (readonly [said: RegExp, english: string])[] = [
  [
    /دیکھ بھال|کیئرر|کیئر|نگہداشت|رعاية|护理|護理|照顾|照顧|看护|ਦੇਖਭਾਲ|ਸੰਭਾਲ|যত্ন|সেবা|देखभाल|સંભાળ|уход|сиделк|догляд|\bopiek\p{L}+|\bpomoc\p{L}* w domu|\bdaryeel|\bingrijire|\bbakim/iu,
    'carer',
  ],
  [/خاتون|عورت|امرأة|سيدة|女|ਔਰਤ|মহিলা|महिला|женщин|жінк|\bkobiet\p{L}+/iu, 'female carer'],
  [/مسجد|মসজিদ|मस्जिद|清真寺/u, 'mosque'],
  [/ਗੁਰਦੁਆਰ|गुरुद्वारा/u, 'gurdwara'],
  [/گرجا|كنيسة|教堂|церк|\bkosciol|\bkościół/iu, 'church'],
  [/کھانا|طعام|食物|食品|ਖਾਣਾ|ਭੋਜਨ|খাবার|खाना|еда|продукт|\bjedzeni\p{L}+|\bzywnos|\bżywno|\bcunto/iu, 'food bank'],
  [/午餐|دوپہر کا کھانا|غداء|\bobiad/iu, 'lunch club'],
  [/صفائی|تنظيف|清洁|清潔|打扫|打掃|ਸਫਾਈ|পরিষ্কার|सफाई|уборк|\bsprzatani|\bsprzątani/iu, 'cleaning'],
  [/ٹرانسپورٹ|سواری|نقل|مواصلات|交通|接送|ਆਵਾਜਾਈ|পরিবহন|परिवहन|транспорт/iu, 'transport'],
  [/مشاورت|استشار|إرشاد|辅导|輔導|心理|ਸਲਾਹ|পরামর্শ|परामर्श|психолог|\bpsycholog/iu, 'counselling'],
  [/ڈیمنشیا|الخرف|失智|痴呆|癡呆|ਡਿਮੈਂਸ਼ੀਆ|ডিমেনশিয়া|деменц|\bdemencj/iu, 'dementia'],
  [/ورزش|رياضة|تمارين|运动|運動|ਕਸਰਤ|ব্যায়াম|व्यायाम|\bcwiczeni|\bćwiczeni/iu, 'exercise'],
  [/太极|太極/u, 'tai chi'],
  [/تنہائی|الوحدة|孤独|孤獨|ਇਕੱਲਾ|একাকী|अकेला|одиноч|\bsamotn/iu, 'lonely'],
];

/** The needs that a text names in another language, in English; empty where it names none. */
export function needsInEnglish(text: string): string {
  const composed = text.normalize('NFC');
  return SAID.flatMap(([said, english]) => (said.test(composed) ? [english] : [])).join(' ');
}
