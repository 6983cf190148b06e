import type { Sketch } from './sketch.ts';

const luton = { centre: 'bramble' } as const;
const plymouth = { centre: 'quayside' } as const;
const lutonMidwife = { route: 'professional', by: 'midwifeLuton', tellReferrer: true } as const;
const lutonHub = { route: 'professional', by: 'hubLuton' } as const;
const waterside = { route: 'professional', by: 'midwifePlymouth', tellReferrer: true } as const;
const watersideVisitor = { route: 'professional', by: 'visitorPlymouth' } as const;
const themselves = { route: 'self', heardOfUs: 'A poster at the clinic' } as const;

/** In the group that runs in Luton. */
const lutonGroup: readonly Sketch[] = [
  { ...luton, ...lutonMidwife, key: 'samina', givenName: 'Samina', familyName: 'Akhtar', age: 29, language: 'ur', interpreter: true, weeks: 25, days: 4, referred: 48, reach: 'text', why: 'Worried about the birth and shy of asking.', needs: ['worry'], welcomedAfter: 2 },
  { ...luton, ...lutonMidwife, key: 'oksana', givenName: 'Oksana', familyName: 'Shevchenko', age: 34, language: 'uk', weeks: 27, referred: 50, why: 'Came with one suitcase and a daughter. Sleeps little.', needs: ['worry', 'alone'], welcomedAfter: 2 },
  { ...luton, ...themselves, key: 'ruby', givenName: 'Ruby', familyName: 'Nightingale', age: 30, language: 'bfi', interpreter: true, access: 'Deaf. Uses British Sign Language; please book an interpreter and sit in a circle.', weeks: 26, days: 1, referred: 46, reach: 'text', why: 'I sign. I would like to be in a group and not beside it.', needs: ['alone'], welcomedAfter: 1 },
  { ...luton, ...lutonHub, key: 'mirela', givenName: 'Mirela', familyName: 'Ionescu', age: 24, language: 'ro', weeks: 24, days: 2, referred: 44, why: 'Her mood dips in the afternoons.', needs: ['low_mood'], welcomedAfter: 3 },
  { ...luton, ...lutonMidwife, key: 'aisling', givenName: 'Aisling', familyName: 'Fitzgerald', age: 33, weeks: 25, referred: 43, why: 'Anxious after treatment to become pregnant.', needs: ['worry'], welcomedAfter: 2 },
  { ...luton, ...themselves, key: 'tanisha', givenName: 'Tanisha', familyName: 'Grant-Lewis', age: 21, weeks: 23, days: 6, referred: 41, why: 'People my age are not having babies and I feel left out.', needs: ['alone'], welcomedAfter: 2 },
];

const lutonOthers: readonly Sketch[] = [
  { ...luton, ...lutonMidwife, key: 'parveen', givenName: 'Parveen', familyName: 'Aktar', age: 36, language: 'bn', reach: 'no_phone', safeTimes: 'Never phone. E-mail once a week at most', weeks: 19, days: 2, referred: 18, why: 'Wants this kept to herself.', needs: ['worry'], welcomedAfter: 2, reason: 'fits_after_talk' },
  { ...luton, ...lutonHub, key: 'jolanta', givenName: 'Jolanta', familyName: 'Brzęczyszczykiewicz', age: 35, language: 'pl', weeks: 18, referred: 40, why: 'Panic that has been there for years.', needs: ['worry', 'past_difficulty'] },
  { ...luton, ...lutonMidwife, key: 'keeley', givenName: 'Keeley', familyName: 'Marsh', age: 27, weeks: 20, referred: 26, why: 'Money worries more than anything else.', needs: ['worry'] },
  { ...luton, ...lutonMidwife, key: 'rosalind', givenName: 'Rosalind', familyName: 'Achebe', age: 32, weeks: 22, days: 5, referred: 19, why: 'Very low, and not eating. The midwife would like somebody to look at it together.', needs: ['severe'], risks: 'Midwife asks for a call back the same day.' },
  { ...luton, ...themselves, key: 'victoria', givenName: 'Victoria', familyName: 'Penhaligon-Shah', age: 31, weeks: 17, days: 3, referred: 21, why: 'I live in Bedford but your group sounds nice.', needs: ['alone'] },
  { ...luton, ...lutonHub, key: 'hafsa', givenName: 'Hafsa', familyName: 'Warsame', age: 28, language: 'so', weeks: 60, referred: 130, cameWithBaby: true, born: { daysAgo: 142, names: ['Ayub'] }, why: 'Her husband works away and the flat is quiet.', needs: ['alone'], welcomedAfter: 2, reason: 'drop_in_only', quiet: true },
  { ...luton, ...lutonMidwife, key: 'lucy', givenName: 'Lucy', familyName: 'Waterhouse', age: 34, weeks: 69, referred: 260, born: { daysAgo: 201, names: ['Tabitha'] }, why: 'Anxious about leaving the house.', needs: ['worry'], welcomedAfter: 2, reason: 'drop_in_only', quiet: true },
  { ...luton, ...themselves, key: 'deshawn', givenName: 'DeShawn', familyName: 'Phillips', age: 29, pronouns: 'he/him', relation: 'partner', weeks: 33, referred: 15, why: 'My partner is the one who is pregnant and she does not want a group. I do.', needs: ['worry'], welcomedAfter: 2, reason: 'drop_in_only' },
];

/** In the group that finished in Plymouth. */
const plymouthGroup: readonly Sketch[] = [
  { ...plymouth, ...waterside, key: 'morwenna', givenName: 'Morwenna', familyName: 'Tregear', age: 30, weeks: 62, referred: 270, born: { daysAgo: 150, names: ['Cador'] }, why: 'Anxious since she moved in with his parents.', needs: ['worry'], welcomedAfter: 2, quiet: true },
  { ...plymouth, ...waterside, key: 'jade', givenName: 'Jade', familyName: 'Luscombe', age: 22, weeks: 60, referred: 265, born: { daysAgo: 139, names: ['Mia'] }, why: 'First baby, and her friends have drifted off.', needs: ['alone'], welcomedAfter: 2, quiet: true },
  { ...plymouth, ...themselves, key: 'noor', givenName: 'Noor', familyName: 'van der Berg', age: 36, weeks: 61, days: 3, referred: 268, born: { daysAgo: 153, names: ['Sem'] }, why: 'I know the theory and it does not help at night.', needs: ['worry'], welcomedAfter: 3, quiet: true },
  { ...plymouth, ...waterside, key: 'stacey', givenName: 'Stacey', familyName: 'Coombes', age: 28, weeks: 59, referred: 262, born: { daysAgo: 133, names: ['Teddy'] }, why: 'Low and short of sleep with a toddler.', needs: ['low_mood'], welcomedAfter: 2, quiet: true },
  { ...plymouth, ...watersideVisitor, key: 'eleni', givenName: 'Eleni', familyName: 'Papadopoulou', age: 39, language: 'el', weeks: 61, referred: 263, born: { daysAgo: 147, names: ['Despina'] }, why: 'A first baby at thirty-nine, and everyone has advice.', needs: ['worry'], welcomedAfter: 2, quiet: true },
];

const plymouthOthers: readonly Sketch[] = [
  { ...plymouth, ...waterside, key: 'carys', givenName: 'Carys', familyName: 'Bowen', age: 31, weeks: 18, referred: 24, why: 'Feels she is letting everyone down.', needs: ['low_mood'], welcomedAfter: 2 },
  { ...plymouth, ...waterside, key: 'billie', givenName: 'Billie', familyName: 'Trethowan', age: 26, pronouns: 'they/them', weeks: 20, days: 4, referred: 21, why: 'Pregnant, not a mum, and tired of explaining. Would like a group that can cope with that.', needs: ['alone', 'worry'], welcomedAfter: 2 },
  { ...plymouth, ...waterside, key: 'abigail', givenName: 'Abigail', familyName: 'Rowse', age: 33, weeks: 21, referred: 36, why: 'Anxious.', needs: ['worry'] },
  { ...plymouth, ...themselves, key: 'cerys', givenName: 'Cerys', familyName: 'Hannaford', age: 24, weeks: 19, days: 6, referred: 52, reach: 'none', why: 'No phone of my own. My midwife can tell me.', needs: ['alone'], welcomedAfter: 4 },
  { ...plymouth, ...watersideVisitor, key: 'joseph', givenName: 'Joseph', familyName: 'Nankivell', age: 35, pronouns: 'he/him', relation: 'father', weeks: 58, referred: 110, cameWithBaby: true, born: { daysAgo: 125, names: ['Perran'] }, why: 'Home with the baby while she is at sea.', needs: ['alone'], welcomedAfter: 2, reason: 'drop_in_only', quiet: true },
  { ...plymouth, ...waterside, key: 'imogen', givenName: 'Imogen', familyName: 'Sparrow', age: 30, weeks: 55, referred: 240, born: { daysAgo: 104, names: ['Otis'] }, why: 'Worry about being a good enough mother.', needs: ['worry'], welcomedAfter: 2, quiet: true },
  { ...plymouth, ...waterside, key: 'fern', givenName: 'Fern', familyName: 'Aldous', age: 20, weeks: 13, days: 2, referred: 0, reach: 'text', why: 'Low since the test. Wants to keep the baby and wants company.', needs: ['low_mood', 'alone'] },
];

export const beyondFamilies: readonly Sketch[] = [...lutonGroup, ...lutonOthers, ...plymouthGroup, ...plymouthOthers];

/** A file from the Luton clinic, as its spreadsheet writes it: the last row cannot land until somebody mends it. */
export const lutonFile = (day: (daysFromToday: number) => string): string =>
  [
    'Reference,First name,Surname,Date of birth,Email,Mobile,Contact by,Private,Language,Interpreter,Due date,Why,Needs',
    `WS-201,Halima,Yusuf,12/05/1996,halima.yusuf@example.org,07700 900801,"text, call",yes,Somali,no,${day(140)},Tired and tearful since the summer.,low_mood`,
    `WS-202,Georgina,Thackeray-Bloom,03/11/1990,georgina.thackeray@example.org,07700 900802,email,yes,English,no,${day(126)},Worry about a second birth after a hard first one.,worry`,
    `WS-203,Nomvula,Dube,25/08/1993,,07700 900803,text,no,English,no,${day(151)},Few people around her.,alone`,
    `WS-204,Saoirse,Ní Bhriain,17/02/1999,saoirse.nibhriain@example.org,07700 900804,"email, text",yes,English,no,${day(133)},Anxious most days.,worry`,
    `WS-205,Wendy,Okonkwo,31/02/1991,,07700 900805,text,yes,English,no,${day(140)},Low.,low_mood`,
  ].join('\r\n');
