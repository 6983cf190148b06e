import type { VNode } from 'preact';
import { centrePage } from '#rooms/hub/paths.ts';
import { Heading, SummaryList } from '#ui/show.tsx';
import type { MineFacts } from './mine.queries.ts';

/** How to reach the centre: a call is always as good as a page. */
export const Reach = ({ facts: { application, manager } }: { facts: MineFacts }): VNode => (
  <>
    <Heading level={2}>Reach us</Heading>
    <SummaryList
      rows={[
        ...(manager
          ? [{ label: 'Who', value: `${manager} looks after volunteers at ${application.centreName}` }]
          : []),
        ...(application.centrePhone
          ? [
              {
                label: 'Phone',
                value: (
                  <a href={`tel:${application.centrePhone.replaceAll(' ', '')}`}>{application.centrePhone}</a>
                ),
              },
            ]
          : []),
        {
          label: 'Where',
          value: <a href={centrePage({ slug: application.centreSlug })}>{application.centreName}</a>,
        },
      ]}
    />
  </>
);
