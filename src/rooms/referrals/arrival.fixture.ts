import { type Arrival, type NewParent, noNeeds } from './receive/receive.rules.ts';

/** The day of the tests: Monday 23 November 2026. */
export const today = Temporal.PlainDate.from('2026-11-23');

export const amira: NewParent = {
  givenName: 'Amira',
  familyName: 'Haddad',
  knownAs: null,
  bornOn: Temporal.PlainDate.from('1994-03-14'),
  pronouns: null,
  language: 'ar',
  interpreterNeeded: true,
  accessNeeds: '',
  nhsNumber: '9434765919',
  contact: {
    email: 'amira@example.org',
    phone: '+447700900123',
    address: null,
    postcode: null,
    mayEmail: true,
    mayText: true,
    mayCall: false,
    mayVoicemail: false,
    neutralOnly: true,
    safeTimes: 'mornings',
  },
};

/** A midwife's referral of Amira, 20 weeks pregnant; say what is different. */
export const arrival = (centreId: string, other: Partial<Arrival> = {}): Arrival => ({
  centreId,
  route: 'professional',
  cameBy: 'form',
  parent: amira,
  relation: 'pregnant',
  family: { dueOn: today.add({ weeks: 20 }), bornOn: null, babiesExpected: 1 },
  needs: { ...noNeeds, why: 'Anxious since moving here.' },
  referrer: {
    name: 'Jo Marsh',
    job: 'Midwife',
    worksFor: 'Kelby midwives',
    email: 'jo@example.org',
    phone: null,
  },
  parentKnows: true,
  tellReferrer: true,
  heardOfUs: '',
  outsideKey: null,
  ...other,
});
