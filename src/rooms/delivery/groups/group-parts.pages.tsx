import type { View } from '#platform/http/view.ts';
import * as families from '#rooms/families/paths.ts';
import { Button, Form } from '#ui/form.tsx';
import { Card, Row, Rows, Tag } from '#ui/show.tsx';
import { counted, shortDate, shortDay } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { PlaceFacts } from '../places/place.queries.ts';
import type { Fit } from '../places/place.rules.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';
import type { GroupFacts } from './group.queries.ts';
import type { LeaderRow } from './leaders.pages.tsx';

export interface PlaceRow extends PlaceFacts {
  readonly name: string;
  readonly words: string;
  readonly instruction: string | null;
}

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly dueOn: Temporal.PlainDate | null;
  readonly waitingDays: number;
  readonly fit: Fit;
}

export interface GroupPageProps {
  readonly view: View;
  readonly group: GroupFacts;
  readonly programme: string;
  readonly sessions: readonly SessionFacts[];
  readonly places: readonly PlaceRow[];
  readonly candidates: readonly Candidate[];
  readonly leaders: readonly LeaderRow[];
  readonly mayArrange: boolean;
  readonly mayLead: boolean;
}

export const PlaceLine = ({
  group,
  place,
  mayArrange,
  mayOpenFile,
}: {
  group: GroupFacts;
  place: PlaceRow;
  mayArrange: boolean;
  mayOpenFile: boolean;
}) => (
  <Row
    marker={
      place.state === 'taken'
        ? 'Place'
        : place.answerBy
          ? `Until ${shortDay(place.answerBy.toZonedDateTimeISO(group.zone).toPlainDate())}`
          : 'Offered'
    }
    tone={place.state === 'taken' ? 'pine' : 'honey'}
    action={
      mayArrange
        ? {
            href: paths.place({ groupId: group.id, placeId: place.id }),
            label: place.state === 'offered' ? 'Answer' : 'Change',
            about: place.name,
          }
        : mayOpenFile
          ? undefined
          : {
              href: paths.knownFamily({ groupId: group.id, personId: place.personId }),
              label: 'I know this family',
              about: place.name,
            }
    }
  >
    {mayOpenFile ? (
      <a href={families.family({ personId: place.personId })}>{place.name}</a>
    ) : (
      <strong>{place.name}</strong>
    )}
    {place.words ? `, ${place.words}` : ''}
    {place.partnerComes ? ', with a partner' : ''}
    {place.crecheChildren > 0 ? `, ${counted(place.crecheChildren, 'crèche place')}` : ''}
    {place.instruction ? (
      <>
        {' '}
        <Tag tone="red">{place.instruction}</Tag>
      </>
    ) : null}
  </Row>
);

export const Candidates = ({
  view,
  group,
  candidates,
}: {
  view: View;
  group: GroupFacts;
  candidates: readonly Candidate[];
}) => (
  <Card title="Who could come">
    {candidates.length === 0 ? (
      <p>Nobody is waiting for a place here just now.</p>
    ) : (
      <Rows>
        {candidates.slice(0, 12).map((each) => (
          <Row
            key={each.personId}
            marker={`${counted(each.waitingDays, 'day')}`}
            tone={each.fit.fits ? 'pine' : 'grey'}
            action={
              each.fit.fits && group.held < group.places ? (
                <Form form={view.form} action={paths.offer({ groupId: group.id })}>
                  <input type="hidden" name="personId" value={each.personId} />
                  <Button kind="secondary" small about={`to ${each.name}`}>
                    Offer a place
                  </Button>
                </Form>
              ) : undefined
            }
          >
            <a href={families.family({ personId: each.personId })}>{each.name}</a>
            {each.dueOn ? `, due ${shortDate(each.dueOn)}` : ''}: {each.fit.because.join('; ')}.
          </Row>
        ))}
      </Rows>
    )}
    {group.held >= group.places ? <p>Every place is taken or offered.</p> : null}
  </Card>
);
