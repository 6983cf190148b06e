import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { outboxPath } from '#platform/messages/paths.ts';
import { group, session } from '#rooms/delivery/paths.ts';
import { family } from '#rooms/families/paths.ts';
import { team } from '#rooms/people/paths.ts';
import { Card, Empty, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { counted, longDate } from '#ui/times.ts';
import type { Finding } from './finding.queries.ts';
import { FINDING_CODES, findingWords } from './finding.rules.ts';

export interface FindingFacts {
  readonly findings: readonly Finding[];
  /** The centres whose files this person may open; elsewhere they learn that something is wrong, not with whom. */
  readonly mayOpenAt: readonly string[];
}

const leadsTo = (finding: Finding): { readonly href: string; readonly label: string } | undefined => {
  switch (finding.subjectKind) {
    case 'person':
      return { href: family({ personId: finding.subjectId }), label: 'Open the file' };
    case 'session':
      return { href: session({ sessionId: finding.subjectId }), label: 'Open the session' };
    case 'message':
      return { href: outboxPath(), label: 'Open the outbox' };
    case 'account':
      return { href: team(), label: 'Open the team' };
    case 'group':
      return { href: group({ groupId: finding.subjectId }), label: 'Open the group' };
    default:
      return undefined;
  }
};

export const FindingsPage = ({ facts, view }: { facts: FindingFacts; view: View }): VNode => {
  const { findings, mayOpenAt } = facts;
  const since = (at: Temporal.Instant) =>
    longDate(at.toZonedDateTimeISO(view.zone).toPlainDate(), { today: view.today });
  return (
    <Frame view={view} title="What cannot be">
      <Heading>What cannot be</Heading>
      <Lede>
        Every night Kith looks for things that can never be true, such as a place that stayed open after a
        loss. Each one is a fault of ours or a slip of somebody’s pen, and needs a person.
      </Lede>
      {findings.length === 0 ? (
        <Empty title="Nothing was found">
          <p>Kith looks again tonight. You do not need to do anything.</p>
        </Empty>
      ) : (
        FINDING_CODES.flatMap((code) => {
          const found = findings.filter((each) => each.code === code);
          if (found.length === 0) return [];
          return [
            <Card key={code} title={findingWords[code].title}>
              <p>{findingWords[code].mend}</p>
              <Rows>
                {found.map((each) => {
                  const action = mayOpenAt.includes(each.centreId ?? '') ? leadsTo(each) : undefined;
                  return (
                    <Row key={each.id} tone="clay" marker={each.centre || 'Kith'} action={action}>
                      Seen since {since(each.since)}.{' '}
                      {action || each.subjectKind === 'concern' ? null : (
                        <Muted>The team of the centre can open it.</Muted>
                      )}
                    </Row>
                  );
                })}
              </Rows>
            </Card>,
          ];
        })
      )}
      {findings.length > 0 ? (
        <p>{counted(findings.length, 'thing')} in all. What is mended is gone here the next morning.</p>
      ) : null}
    </Frame>
  );
};
