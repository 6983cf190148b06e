import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { Card, Muted, Row, Rows } from '#ui/show.tsx';
import { dayAndDate, shortDate } from '#ui/times.ts';
import type { DeclaredSetting, EligibilityReview, ReviewDecision } from '../activity/activity.queries.ts';
import * as paths from '../paths.ts';

export const reviewWords: Readonly<Record<ReviewDecision, string>> = {
  ask_for_barred_list: 'The children’s barred list may be looked at for this person',
  fewer_days: 'Fewer days with children',
  not_regulated: 'It is not a regulated activity',
};

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** The days of a place in words: "Tuesdays and Thursdays; 24 Oct 2026". */
export const daysInWords = ({ daysOfWeek, dates }: Pick<DeclaredSetting, 'daysOfWeek' | 'dates'>): string =>
  [
    daysOfWeek
      .toSorted((one, other) => one - other)
      .map((each) => WEEKDAYS[each - 1] ?? '')
      .join(', '),
    dates.map(shortDate).join(', '),
  ]
    .filter(Boolean)
    .join('; ');

export const Settings = ({ settings }: { settings: readonly DeclaredSetting[] }): VNode => (
  <Rows>
    {settings.map((setting) => (
      <Row key={setting.id}>
        <strong>{setting.name}</strong>: {daysInWords(setting)}
        {setting.overnight ? ', overnight' : ''}, from {shortDate(setting.fromOn)}
        {setting.untilOn ? ` to ${shortDate(setting.untilOn)}` : ''}
        {setting.what ? (
          <>
            <br />
            <Muted>{setting.what}</Muted>
          </>
        ) : null}
      </Row>
    ))}
  </Rows>
);

interface Props {
  readonly view: View;
  readonly facts: {
    readonly reviews: readonly EligibilityReview[];
    readonly settings: readonly DeclaredSetting[];
    readonly names: ReadonlyMap<string, string>;
    readonly person: { readonly calledName: string };
  };
}

/** Somebody's days with children: what waits for a decision, what was decided, and where else they are. */
export const Days = ({ view, facts: { reviews, settings, names, person } }: Props): VNode | null => {
  const open = reviews.find((each) => !each.decidedAt);
  const decided = reviews.filter((each) => each.decidedAt);
  if (reviews.length === 0 && settings.length === 0) return null;
  return (
    <>
      {open ? (
        <Card
          tone="soon"
          title={`${person.calledName}’s days with children will be too many`}
          action={<ButtonLink href={paths.eligibilityReview({ reviewId: open.id })}>Decide</ButtonLink>}
        >
          <p>
            As it is planned, {dayAndDate(open.crossesOn, { today: view.today })} makes it a regulated
            activity. That day is stopped until somebody decides.
          </p>
        </Card>
      ) : null}
      {decided.length > 0 || settings.length > 0 ? (
        <Card title="Days with children">
          {decided.map((each) => (
            <p key={each.id}>
              {reviewWords[each.decision ?? 'fewer_days']}: decided by{' '}
              {(each.decidedBy && names.get(each.decidedBy)) || 'somebody who has left'}, for{' '}
              {shortDate(each.crossesOn)}. {each.reasoning}
            </p>
          ))}
          {settings.length > 0 ? (
            <>
              <p>Where else they are with children:</p>
              <Settings settings={settings} />
            </>
          ) : null}
        </Card>
      ) : null}
    </>
  );
};
