import type { VNode } from 'preact';
import { mineCertificates, mineTraining } from '#rooms/training/paths.ts';
import { ButtonLink } from '#ui/form.tsx';
import { Card } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import type { MineFacts } from './mine.queries.ts';
import { goesOn, ownSteps } from './mine.rules.ts';

const Certificates = ({ secret }: Pick<MineFacts, 'secret'>) => (
  <a href={mineCertificates({ secret })}>Your certificates</a>
);

/** The way to the training, once it may have begun for them; and to what they earned, whatever became of the rest. */
export const Training = ({ facts, now }: { facts: MineFacts; now: Temporal.Instant }): VNode | null => {
  const { application, secret, units } = facts;
  if (facts.ended)
    return units === 0 ? null : (
      <Card title="What you have earned is yours">
        <p>
          You have {counted(units, 'unit')} of the training. <Certificates secret={secret} />
        </p>
      </Card>
    );
  const begun = ownSteps(application, now).some(
    ({ code, place }) => code === 'course' && (place === 'done' || place === 'not_needed'),
  );
  if (units === 0 && !(begun && goesOn(application.state))) return null;
  return (
    <Card
      title="Your training"
      action={
        <ButtonLink href={mineTraining({ secret })} kind="secondary">
          Look at your training
        </ButtonLink>
      }
    >
      <p>When you meet, where, and what you can catch up.</p>
      {units > 0 ? (
        <p>
          You have {counted(units, 'unit')}. <Certificates secret={secret} />
        </p>
      ) : null}
    </Card>
  );
};
