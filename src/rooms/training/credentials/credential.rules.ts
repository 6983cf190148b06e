import type { AwardKind, EarnedHow } from './award.queries.ts';

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;
const SCHEMA =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/** Where the parts of our credentials are found from outside; `origin` such as https://kith.example.org. */
export const addressesAt = (origin: string) => ({
  issuer: `${origin}/credentials/issuer`,
  status: `${origin}/credentials/status`,
  key: (keyId: string) => `${origin}/credentials/keys/${keyId}`,
  credential: (reference: string) => `${origin}/credentials/${reference}`,
});

/** A competency that stands behind an award, with what others call it. */
export interface Aligned {
  readonly code: string;
  readonly name: string;
  readonly words: string;
  readonly frameworks: readonly { readonly name: string; readonly code: string }[];
}

/** What an award stands for, in words for people. */
export interface Meaning {
  readonly kind: AwardKind;
  readonly code: string;
  readonly syllabusCode: string;
  readonly syllabusVersion: number;
  readonly title: string;
  /** One sentence about it. */
  readonly about: string;
  /** What somebody learned, each a line of its own. */
  readonly aims: readonly string[];
  readonly minutes: number;
  readonly competencies: readonly Aligned[];
}

export interface CredentialFacts {
  readonly origin: string;
  readonly organisation: string;
  readonly reference: string;
  readonly meaning: Meaning;
  readonly how: EarnedHow;
  readonly earnedOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate | null;
  readonly givenAt: Temporal.Instant;
  readonly subjectId: string;
  /** `sha256$…` of the holder's name and the salt: nobody reads it off, the holder can show that it is theirs. */
  readonly nameHash: string;
  readonly salt: string;
  readonly statusIndex: number;
}

/** How long it took, as people say it: "2 hours", "1½ hours", "45 minutes". */
export const hoursInWords = (minutes: number): string => {
  if (minutes < 60) return `${minutes} minutes`;
  const halves = Math.round(minutes / 30);
  const whole = Math.floor(halves / 2);
  const hours = halves % 2 === 1 ? `${whole}½` : String(whole);
  return hours === '1' ? '1 hour' : `${hours} hours`;
};

/** What the list of aims is headed by. Hours are said of what was learned with us: elsewhere we did not look at the clock. */
export const aimsAreHeaded = (
  { kind, minutes }: Pick<Meaning, 'kind' | 'minutes'>,
  how: EarnedHow,
): string => {
  if (how === 'elsewhere') return kind === 'unit' ? 'What it is for:' : 'These units are in it:';
  const hours = `${hoursInWords(minutes)} of learning together`;
  return kind === 'unit' ? `${hours}. What it was for:` : `${hours}, in these units:`;
};

const issuerOf = ({ origin, organisation }: Pick<CredentialFacts, 'origin' | 'organisation'>) => ({
  id: addressesAt(origin).issuer,
  type: ['Profile'],
  name: organisation,
  url: origin,
});

/** The issuer as a document of its own, with where its keys are. */
export const issuerProfile = (origin: string, organisation: string) => ({
  '@context': CONTEXTS,
  ...issuerOf({ origin, organisation }),
  description: `${organisation} trains peer supporters, who stand beside parents in pregnancy and the first year.`,
});

const seconds = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000);
const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime('UTC').toInstant();

/**
 * The credential as Open Badges 3.0 has it, with the claims of a signed token beside it. It holds from the start of the
 * day it was earned until the end of its last day, both UTC. It carries no name and no way to reach anybody.
 */
export const credentialPayload = (facts: CredentialFacts): Record<string, unknown> => {
  const at = addressesAt(facts.origin);
  const id = at.credential(facts.reference);
  const { meaning } = facts;
  const from = startOf(facts.earnedOn);
  const until = facts.expiresOn && startOf(facts.expiresOn.add({ days: 1 })).subtract({ seconds: 1 });
  const subject = `urn:uuid:${facts.subjectId}`;
  return {
    '@context': CONTEXTS,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: meaning.title,
    description: meaning.about,
    issuer: issuerOf(facts),
    validFrom: from.toString(),
    ...(until && { validUntil: until.toString() }),
    awardedDate: from.toString(),
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: facts.nameHash,
          identityType: 'name',
          salt: facts.salt,
        },
      ],
      achievement: {
        id: `${at.issuer}#${meaning.syllabusCode}-${meaning.syllabusVersion}.${meaning.code}`,
        type: ['Achievement'],
        achievementType: meaning.kind === 'unit' ? 'MicroCredential' : 'CertificateOfCompletion',
        name: meaning.title,
        description: meaning.about,
        humanCode: meaning.code,
        criteria: {
          narrative: [aimsAreHeaded(meaning, facts.how), ...meaning.aims.map((aim) => `- ${aim}`)].join('\n'),
        },
        alignment: meaning.competencies.flatMap((competency) =>
          [
            { name: `${facts.organisation}: competencies`, code: competency.code },
            ...competency.frameworks,
          ].map((framework) => ({
            type: ['Alignment'],
            targetName: competency.name,
            targetDescription: competency.words,
            targetCode: framework.code,
            targetFramework: framework.name,
            targetUrl: `${id}#${competency.code}`,
          })),
        ),
      },
    },
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: {
      id: `${at.status}#${facts.statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(facts.statusIndex),
      statusListCredential: at.status,
    },
    iss: at.issuer,
    jti: id,
    sub: subject,
    nbf: seconds(from),
    iat: seconds(facts.givenAt),
    ...(until && { exp: seconds(until) }),
  };
};

/** The published list of what was taken back, as a credential of its own. `encodedList` is a multibase text. */
export const statusPayload = (facts: {
  readonly origin: string;
  readonly organisation: string;
  readonly encodedList: string;
  readonly at: Temporal.Instant;
}): Record<string, unknown> => {
  const { issuer, status } = addressesAt(facts.origin);
  const from = Temporal.Instant.fromEpochMilliseconds(seconds(facts.at) * 1000);
  return {
    '@context': [CONTEXTS[0]],
    id: status,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerOf(facts),
    validFrom: from.toString(),
    credentialSubject: {
      id: `${status}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: facts.encodedList,
    },
    iss: issuer,
    jti: status,
    sub: `${status}#list`,
    nbf: seconds(from),
    iat: seconds(from),
  };
};

// Below this many places a list would say too much about the one that was looked up.
const FEWEST_PLACES = 131_072;

/** How many places the list has when so many are taken: at least twice as many, doubled as it fills. */
export const placesFor = (taken: number): number => {
  let places = FEWEST_PLACES;
  while (taken * 2 >= places) places *= 2;
  return places;
};

/** The list as bits, the first place the highest bit of the first byte; `set` are the places of what was taken back. */
export const bitsOf = (places: number, set: readonly number[]): Uint8Array => {
  const bits = new Uint8Array(Math.ceil(places / 8));
  for (const place of set) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  return bits;
};

/** Whose it is for strangers: the given name and one letter. */
export const givenAndInitial = (givenName: string, familyName: string): string => {
  const initial = [...familyName][0];
  return initial ? `${givenName} ${initial.toLocaleUpperCase('en-GB')}.` : givenName;
};
