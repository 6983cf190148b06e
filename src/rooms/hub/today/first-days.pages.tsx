import { holds } from '#platform/db/actor.ts';
import type { View } from '#platform/http/view.ts';
import * as people from '#rooms/people/paths.ts';
import { newVenue } from '#rooms/programme/paths.ts';
import { eligibility } from '#rooms/recruiting/paths.ts';
import { onDutyPath } from '#rooms/safeguarding/paths.ts';
import { eLearning } from '#rooms/training/paths.ts';
import { type Action, Card, Row, Rows } from '#ui/show.tsx';
import type { Step } from './first-days.rules.ts';

/** Where a step is taken; null for whoever may not take it themselves. */
const actionOf = (step: Step, view: View): Action | null => {
  const to = (href: string, label: string): Action => ({ href, label, about: step.what, kind: 'button' });
  switch (step.leads) {
    case 'centre':
      return to(people.centreEdit({ centreId: step.centreId ?? '' }), 'Fill in');
    case 'people':
      return to(people.team(), 'Open the team');
    case 'duties':
      return holds(view.actor, ['service_lead']) ? to(onDutyPath(), 'Choose') : null;
    case 'rooms':
      return holds(view.actor, ['administrator']) ? to(newVenue(), 'Add one') : null;
    case 'check':
      return holds(view.actor, ['service_lead'])
        ? to(eligibility({ code: step.roleCode ?? '' }), 'Decide')
        : null;
    case 'course':
      return holds(view.actor, ['service_lead']) ? to(eLearning(), 'Read it') : null;
  }
};

/** What is still to be set up, until it is. Its numbers of urgent help are among what is late. */
export const FirstDaysCard = ({ steps, view }: { steps: readonly Step[]; view: View }) =>
  steps.length === 0 ? null : (
    <Card tone="tint" title="Before the first family comes">
      <Rows>
        {steps.map((step) => (
          <Row key={step.what} action={actionOf(step, view) ?? undefined}>
            <p>
              <strong>{step.what}.</strong> {step.why}
            </p>
          </Row>
        ))}
      </Rows>
    </Card>
  );
