import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import { type Looking, looking } from '#platform/http/page.ts';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Heading } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { FamilyHead } from './file.queries.ts';

/** Written down when a page about one parent is looked at. */
export const lookedAtFamily = (verb: string): Looking<Pick<FamilyHead, 'file' | 'centreId'>> =>
  looking(verb, ({ file, centreId }) => ({ kind: 'person', id: file.id, centreId }));

/** A page that changes one thing of a parent's file, with the way back to it. */
export const FilePart = ({
  view,
  head,
  title,
  children,
}: {
  view: View;
  head: Pick<FamilyHead, 'file'>;
  title: string;
  children: ComponentChildren;
}): VNode => (
  <Frame
    view={view}
    title={`${title}: ${head.file.fullName}`}
    back={{ href: paths.family({ personId: head.file.id }), label: `${head.file.calledName}’s file` }}
  >
    <Heading above={head.file.fullName}>{title}</Heading>
    {children}
  </Frame>
);

/** The button that does it, and the way out beside it. */
export const SaveOrLeave = ({
  personId,
  save,
  leave = 'Leave it as it is',
  warning,
}: {
  personId: string;
  save: string;
  leave?: string;
  warning?: boolean;
}) => (
  <ButtonRow>
    <Button kind={warning ? 'warning' : 'primary'}>{save}</Button>
    <ButtonLink href={paths.family({ personId })} kind="quiet">
      {leave}
    </ButtonLink>
  </ButtonRow>
);
