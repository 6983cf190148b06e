/** What other rooms may know of the programme and ask of it. */
export type {
  ActivityContent,
  BlockKind,
  GroupKindCode,
  GroupKindContent,
  HandoutContent,
  ProgrammeTemplateContent,
  Stage,
  StructureBlock,
  ThemeCode,
  TopicCode,
} from './content/shapes.ts';
export { type ForFamily, handoutsOfFamily } from './handouts/handout.rules.ts';
export { holidays } from './holidays/holiday.queries.ts';
export { type Loaded, loadProgramme } from './load/load.commands.ts';
export {
  type Balance,
  type BalanceGap,
  balance,
  balanceGaps,
  blockStarts,
  type CourseShare,
  checkPlan,
  type PlannedBlock,
  type PlanWarning,
} from './structure.rules.ts';
export { currentTemplate, type Template, template } from './templates/template.queries.ts';
export {
  type Activity,
  type ActivityFilter,
  type ActivityInList,
  activities,
  activitiesByIds,
  type Handout,
  handoutsFor,
} from './toolbox/toolbox.queries.ts';
export { bookRoom, cancelBooking, moveBooking } from './venues/booking.commands.ts';
export { type Booking, type Venue, venue, venues } from './venues/venue.queries.ts';
