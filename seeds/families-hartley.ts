import type { Sketch } from './sketch.ts';

const here = { centre: 'hartley' } as const;
const fromMidwife = { route: 'professional', by: 'midwifeLeeds', tellReferrer: true } as const;
const fromVisitor = { route: 'professional', by: 'visitorLeeds', tellReferrer: true } as const;
const fromGp = { route: 'professional', by: 'gpLeeds' } as const;
const herself = { route: 'self', heardOfUs: 'A friend told me' } as const;

/** In the group that is running now. */
const running: readonly Sketch[] = [
  { ...here, ...fromMidwife, key: 'amina', givenName: 'Amina', familyName: 'Rahman', age: 31, weeks: 27, days: 2, referred: 66, why: 'Worries wake her at night. New to the estate, with a boy of three.', needs: ['worry', 'alone'], hopes: 'To know other mothers before the baby comes.', welcomedAfter: 2 },
  { ...here, ...fromMidwife, key: 'agnieszka', givenName: 'Agnieszka', familyName: 'Wójcik', age: 28, language: 'pl', interpreter: true, weeks: 29, days: 4, referred: 70, reach: 'text', why: 'Low since she stopped work. Understands more English than she dares to speak.', needs: ['low_mood', 'alone'], welcomedAfter: 3 },
  { ...here, ...herself, key: 'chantelle', givenName: 'Chantelle', familyName: 'Brown-Osei', age: 34, weeks: 30, days: 1, referred: 64, why: 'I was poorly after my first and I do not want to wait until it is bad.', needs: ['past_difficulty'], hopes: 'That Kwabena can come with me.', welcomedAfter: 2 },
  { ...here, ...herself, key: 'kwabena', givenName: 'Kwabena', familyName: 'Osei', age: 36, pronouns: 'he/him', relation: 'father', with: 'chantelle', weeks: null, referred: 50, why: 'I lie awake as well, and nobody asks the dad.', needs: ['worry'], hopes: 'To talk with other fathers.', welcomedAfter: 2, reason: 'drop_in_only' },
  { ...here, ...fromGp, key: 'jess', givenName: 'Jessica', familyName: 'Tordoff', knownAs: 'Jess', age: 24, weeks: 24, days: 5, referred: 17, why: 'Panic in shops and on the bus since the spring.', needs: ['worry'], welcomedAfter: 2 },
  { ...here, ...fromMidwife, key: 'fatoumata', givenName: 'Fatoumata', familyName: 'Diallo', age: 33, language: 'fr', weeks: 28, referred: 68, access: 'Uses a wheelchair. Needs a step-free way in and a wide toilet.', reach: 'email', why: 'Tired of being told what she cannot do. Would like company.', needs: ['low_mood', 'alone'], welcomedAfter: 1 },
  { ...here, ...fromVisitor, key: 'niamh', givenName: 'Niamh', familyName: 'O’Sullivan', age: 17, weeks: 26, days: 3, referred: 60, reach: 'neutral', safeTimes: 'After four, when school is out', why: 'Seventeen, living with her aunt, and has told very few people.', needs: ['worry', 'alone'], supportNow: 'Family nurse each fortnight.', welcomedAfter: 2, reason: 'fits_after_talk' },
  { ...here, ...fromMidwife, key: 'rebecca', givenName: 'Rebecca', familyName: 'Ashworth-Łukasiewicz', age: 38, weeks: 29, referred: 72, reach: 'no_phone', safeTimes: 'Please do not phone. E-mail only', why: 'Anxious in this pregnancy. Prefers to come alone.', needs: ['worry'], risks: 'Talk with the midwife before any change of plan.', welcomedAfter: 2, reason: 'fits_after_talk' },
  { ...here, ...fromMidwife, key: 'hollie', givenName: 'Hollie', familyName: 'Grant', age: 29, weeks: 27, days: 5, referred: 65, why: 'Worry about work, money and the birth, all at once.', needs: ['worry'], welcomedAfter: 2 },
  { ...here, ...herself, key: 'adam', givenName: 'Adam', familyName: 'Grant', age: 30, pronouns: 'he/him', relation: 'father', with: 'hollie', weeks: null, referred: 45, why: 'I would like to be of more use to her and I do not know how.', needs: ['worry'], welcomedAfter: 2, reason: 'drop_in_only' },
];

/** In the group that finished in the summer; their babies are here, or nearly. */
const finished: readonly Sketch[] = [
  { ...here, ...fromMidwife, key: 'emily', givenName: 'Emily', familyName: 'Charlesworth', age: 32, weeks: 47, referred: 178, born: { daysAgo: 47, names: ['Wilfred'] }, why: 'Cries most mornings and hides it from her mother.', needs: ['low_mood'], welcomedAfter: 2, quiet: true },
  { ...here, ...fromMidwife, key: 'zainab', givenName: 'Zainab', familyName: 'Hussain-Malik', age: 27, language: 'ur', weeks: 44, referred: 176, born: { daysAgo: 78, names: ['Ibrahim'] }, why: 'Her first years here have been lonely.', needs: ['alone', 'low_mood'], welcomedAfter: 3, quiet: true },
  { ...here, ...fromMidwife, key: 'bronwen', givenName: 'Bronwen', familyName: 'Llewellyn', age: 35, weeks: 45, babies: 2, referred: 175, born: { daysAgo: 52, names: ['Macsen', 'Gwenllian'] }, why: 'Expecting two, and frightened of the birth.', needs: ['worry', 'frightening_birth'], welcomedAfter: 2, reason: 'fits_after_talk', quiet: true },
  { ...here, ...fromVisitor, key: 'kerryann', givenName: 'Kerry-Ann', familyName: 'Watson', age: 30, weeks: 39, days: 1, referred: 170, born: { daysAgo: 18, names: ['Ezra'], lives: 'in_hospital' }, why: 'Asked her health visitor for somewhere to talk.', needs: ['worry'], welcomedAfter: 2, quiet: true },
  { ...here, ...fromMidwife, key: 'sadie', givenName: 'Sadie', familyName: 'Monaghan', age: 22, weeks: 43, days: 4, referred: 172, born: { daysAgo: 30, names: ['Lola'], lives: 'elsewhere' }, why: 'Grew up in care and is often alone.', needs: ['alone', 'past_difficulty'], supportNow: 'A social worker knows the family well.', welcomedAfter: 4, reason: 'fits_after_talk', quiet: true },
  { ...here, ...fromMidwife, key: 'marianne', givenName: 'Marianne', familyName: 'Fielding', age: 37, weeks: 44, days: 2, babies: 2, referred: 174, born: { daysAgo: 49, names: ['Rowan', 'Skye'] }, why: 'Twins after a long wait for them. Everything feels too good to be safe.', needs: ['worry'], welcomedAfter: 2, quiet: true },
  { ...here, ...herself, key: 'tereza', givenName: 'Tereza', familyName: 'Nováková', age: 33, language: 'cs', weeks: 39, days: 2, referred: 169, why: 'My sister is in Brno and my husband drives at night.', needs: ['alone'], welcomedAfter: 3, quiet: true },
];

/** Around the group that begins next. */
const ahead: readonly Sketch[] = [
  { ...here, ...fromMidwife, key: 'olivia', givenName: 'Olivia', familyName: 'Hardcastle', age: 29, weeks: 21, days: 3, referred: 31, why: 'Dreads the nights. Sleeps with the light on.', needs: ['worry'], welcomedAfter: 2 },
  { ...here, ...fromMidwife, key: 'huimin', givenName: 'Hui Min', familyName: 'Tan', age: 35, language: 'zh', weeks: 22, referred: 33, reach: 'email', why: 'Far from her family, and her days are long.', needs: ['alone'], welcomedAfter: 2 },
  { ...here, ...herself, key: 'shanice', givenName: 'Shanice', familyName: 'Campbell', age: 26, weeks: 20, days: 6, referred: 28, why: 'I have two little ones already and I shout more than I want to.', needs: ['worry', 'low_mood'], welcomedAfter: 1 },
  { ...here, ...fromGp, key: 'laura', givenName: 'Laura', familyName: 'Micklethwaite', age: 40, weeks: 19, days: 4, referred: 27, why: 'Low mood for some months, better with company.', needs: ['low_mood'], welcomedAfter: 3 },
  { ...here, ...fromMidwife, key: 'yasmin', givenName: 'Yasmin', familyName: 'Al-Sayed', age: 25, language: 'ar', interpreter: true, weeks: 22, days: 2, referred: 26, reach: 'text', why: 'Came to Leeds in the summer. Misses her mother.', needs: ['alone', 'worry'], welcomedAfter: 2 },
  { ...here, ...fromMidwife, key: 'gemma', givenName: 'Gemma', familyName: 'Sykes', age: 31, weeks: 21, referred: 24, why: 'Keeps checking that the baby is moving.', needs: ['worry'], welcomedAfter: 2 },
  { ...here, ...fromVisitor, key: 'blessing', givenName: 'Blessing', familyName: 'Eze', age: 28, weeks: 18, days: 5, referred: 20, reach: 'by_day_asleep', safeTimes: 'I work nights and sleep by day', why: 'Night shifts and worry do not go well together.', needs: ['worry'], welcomedAfter: 2 },
  { ...here, ...fromMidwife, key: 'kayleigh', givenName: 'Kayleigh', familyName: 'Dunn', age: 23, weeks: 20, days: 1, referred: 25, reach: 'text', why: 'Flat and tearful. Finds it hard to open post.', needs: ['low_mood'], welcomedAfter: 2 },
  { ...here, ...herself, key: 'anabeatriz', givenName: 'Ana Beatriz', familyName: 'Ferreira', age: 32, language: 'pt', weeks: 19, referred: 23, why: 'I work with old people and I am the one who cries now.', needs: ['low_mood'], welcomedAfter: 2 },
  { ...here, ...fromMidwife, key: 'harriet', givenName: 'Harriet', familyName: 'Lonsdale', age: 36, weeks: 17, days: 2, referred: 12, why: 'Pregnant again after a hard first year.', needs: ['past_difficulty'], welcomedAfter: 3 },
  { ...here, ...fromMidwife, key: 'iqra', givenName: 'Iqra', familyName: 'Begum', age: 22, language: 'ur', interpreter: true, weeks: 15, days: 5, referred: 11, reach: 'neutral', why: 'Married this year and lives with his family. Quiet at appointments.', needs: ['alone', 'worry'], welcomedAfter: 2 },
  { ...here, ...fromGp, key: 'nkechi', givenName: 'Nkechi', familyName: 'Obi', age: 33, weeks: 24, days: 1, referred: 9, why: 'Cannot stop the what-ifs.', needs: ['worry'], welcomedAfter: 2 },
  { ...here, ...fromMidwife, key: 'danielle', givenName: 'Danielle', familyName: 'Roebuck', age: 30, weeks: 18, days: 3, referred: 30, why: 'Anxious since a bleed early on.', needs: ['worry'], welcomedAfter: 2 },
  { ...here, ...herself, key: 'ellen', givenName: 'Ellen', familyName: 'Proctor', age: 34, weeks: 38, referred: 175, why: 'I worry from the moment I wake.', needs: ['worry'], welcomedAfter: 2, quiet: true },
];

/** Families who come to the drop-in, or whose year is over. */
const throughTheYear: readonly Sketch[] = [
  { ...here, ...fromVisitor, key: 'marcus', givenName: 'Marcus', familyName: 'Bell', age: 41, pronouns: 'he/him', relation: 'father', weeks: 56, referred: 105, cameWithBaby: true, born: { daysAgo: 121, names: [], lives: 'one_parent' }, why: 'Bringing up his daughter by himself and doing it well. Very tired.', needs: ['alone', 'low_mood'], welcomedAfter: 2, reason: 'drop_in_only', quiet: true },
  { ...here, ...fromMidwife, key: 'priscilla', givenName: 'Priscilla', familyName: 'Mensah', age: 37, weeks: 34, days: 3, referred: 22, why: 'Found out about us late, and would still like company.', needs: ['worry'], welcomedAfter: 2, reason: 'drop_in_only', welcomeWords: 'Too late for a whole course, so the drop-in from now on.' },
  { ...here, ...fromVisitor, key: 'louise', givenName: 'Louise', familyName: 'Akroyd', age: 29, weeks: 91, referred: 300, cameWithBaby: true, born: { daysAgo: 356, names: ['Arthur'] }, why: 'The winter was long with a new baby.', needs: ['low_mood'], welcomedAfter: 3, reason: 'drop_in_only', quiet: true },
  { ...here, ...fromVisitor, key: 'farah', givenName: 'Farah', familyName: 'Qureshi', age: 31, language: 'ur', weeks: 96, referred: 350, cameWithBaby: true, born: { daysAgo: 395, names: ['Hana'] }, why: 'Worried about everything that can happen to a baby.', needs: ['worry'], welcomedAfter: 2, reason: 'drop_in_only', quiet: true },
  { ...here, ...herself, key: 'sofiaThen', givenName: 'Sofia', familyName: 'Marques', age: 33, language: 'pt', weeks: 101, referred: 380, cameWithBaby: true, born: { daysAgo: 430, names: ['Matilde'] }, why: 'I have nobody here with a baby.', needs: ['alone'], welcomedAfter: 2, reason: 'drop_in_only', quiet: true },
  { ...here, ...fromVisitor, key: 'charlotte', givenName: 'Charlotte', familyName: 'Ramsbottom', age: 27, weeks: 64, referred: 150, cameWithBaby: true, born: { daysAgo: 168, names: ['Elsie'] }, why: 'A hard birth, and a baby who feeds all night.', needs: ['low_mood'], welcomedAfter: 2, reason: 'drop_in_only', quiet: true },
  { ...here, ...fromMidwife, key: 'katie', givenName: 'Katie', familyName: 'Holroyd', age: 26, weeks: 16, days: 4, referred: 8, noNumber: true, why: 'Anxious and sleeping badly.', needs: ['worry'], welcomedAfter: 2 },
  { ...here, ...herself, key: 'kate', givenName: 'Kate', familyName: 'Holroyd', age: 26, weeks: 16, days: 2, referred: 2, phoneOf: 'katie', noNumber: true, why: 'My midwife said she would write to you but I was not sure if she did.', needs: ['worry'] },
  { ...here, ...herself, key: 'simran', givenName: 'Simran', familyName: 'Gill', age: 30, weeks: 23, days: 1, referred: 35, noNumber: true, why: 'Everything is fine and I still cannot stop crying.', needs: ['low_mood'], welcomedAfter: 2, reason: 'drop_in_only', welcomeWords: 'Mornings are impossible for her, so she begins with the drop-in.' },
  { ...here, route: 'staff', cameBy: 'call', takenBy: 'tunde', key: 'simranjit', givenName: 'Simranjit', familyName: 'Gill', age: 30, weeks: 22, days: 6, referred: 33, phoneOf: 'simran', noNumber: true, why: '', needs: [] },
];

/** Just arrived, or waiting for a word from us. */
const arriving: readonly Sketch[] = [
  { ...here, ...fromMidwife, key: 'tolu', givenName: 'Toluwalase', familyName: 'Akinwande', age: 30, weeks: 17, referred: 1, why: 'Worry has grown since the first scan. Sleeps three or four hours.', needs: ['worry'], hopes: 'Something to do when the thoughts start.' },
  { ...here, ...herself, key: 'poppy', givenName: 'Poppy', familyName: 'Featherstonehaugh', age: 28, weeks: 14, days: 3, referred: 0, reach: 'text', why: 'I feel low and I do not know if I am allowed to come.', needs: ['low_mood'] },
  { ...here, route: 'staff', cameBy: 'call', takenBy: 'imran', key: 'dawn', givenName: 'Dawn', familyName: 'Sutcliffe', age: 39, weeks: 20, days: 2, referred: 7, why: 'Rang herself. Her mother died in the spring and she keeps wanting to tell her about the baby.', needs: ['low_mood', 'alone'] },
  { ...here, ...fromGp, key: 'beth', givenName: 'Bethany', familyName: 'Clough', knownAs: 'Beth', age: 25, weeks: null, referred: 6, reach: 'text', why: 'Anxious. The letter gives no due date.', needs: ['worry'] },
];

export const hartleyFamilies: readonly Sketch[] = [...running, ...finished, ...ahead, ...throughTheYear, ...arriving];
