import { courseNamed } from '../certificates/certificate.pages.tsx';
import type { Award } from '../credentials/award.queries.ts';
import * as paths from '../paths.ts';
import type { LearningRecord } from './record.queries.ts';
import type { LearningRecordFile } from './record.shape.ts';

/** A learning record as the file that its owner takes away; `credentials` are the signed ones by award. */
export const recordFile = (
  record: LearningRecord,
  {
    organisation,
    origin,
    credentials,
  }: {
    readonly organisation: string;
    readonly origin: string;
    readonly credentials: ReadonlyMap<string, string>;
  },
): LearningRecordFile => {
  const earned = (award: Award) => ({
    code: award.code,
    title: award.title,
    earnedOn: award.earnedOn.toString(),
    how: award.how,
    reference: award.reference,
    verifyAt: `${origin}${paths.verifyCredential({ reference: award.reference })}`,
    credentialAt: `${origin}${paths.credentialFile({ reference: award.reference })}`,
    credential: credentials.get(award.id) ?? null,
  });
  return {
    shape: 'kith-learning-record',
    version: 1,
    madeOn: record.today.toString(),
    organisation: { name: organisation, address: origin },
    learner: { name: record.learner.name },
    units: record.units.map(earned),
    levels: record.levels.map(earned),
    certificates: record.certificates.map((each) => ({
      title: courseNamed(each),
      provider: each.how === 'outside' ? each.provider : null,
      issuedOn: each.issuedOn.toString(),
      expiresOn: each.expiresOn?.toString() ?? null,
      reference: each.reference,
      verifyAt: `${origin}${paths.verifyCertificate({ reference: each.reference })}`,
    })),
    events: record.events.map(({ title, kind, on, minutes, renews, took }) => ({
      title,
      kind,
      on: on.toString(),
      minutes,
      renews,
      took,
    })),
    practice: record.practice.map(({ kind, on, what, reflection }) => ({
      kind,
      on: on.toString(),
      what,
      reflection: reflection?.words ?? null,
    })),
    signOffs: record.signOffs.map(({ competency, name, on, words }) => ({
      competency,
      name,
      on: on.toString(),
      words,
    })),
    own: record.own.map(({ kind, title, whereFrom, on, took }) => ({
      kind,
      title,
      from: whereFrom,
      on: on.toString(),
      took,
    })),
    nextSteps: record.interests.map(({ name, kind, outcomes }) => ({
      name,
      kind,
      outcomes: outcomes
        .filter((each) => !each.takenBack)
        .map(({ outcome, on }) => ({ outcome, on: on.toString() })),
    })),
  };
};
