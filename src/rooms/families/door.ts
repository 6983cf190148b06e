export { openFamilies } from './bulk.ts';
export {
  ageWords,
  entitledUntil,
  type Gestation,
  gestationOn,
  gestationWords,
} from './clock.rules.ts';
export { FamilyFilePage } from './families.pages.tsx';
export {
  type Baby,
  type FamilyFacts,
  familiesOf,
  familyOf,
  type LivesWith,
  type Loss,
  type LossKind,
  type Relation,
  type Resting,
  type Stage,
} from './family.queries.ts';
export { type FamilyFile, loadFile } from './file/file.queries.ts';
export { decidePause, type NewLoss, recordLoss, undoLoss } from './loss/loss.commands.ts';
export type { Decision, Which } from './loss/loss.rules.ts';
export { type Pause, pausesToDecide, untoldParents } from './loss/pauses.queries.ts';
export { type NewBaby, recordBirth } from './pregnancy/birth.commands.ts';
export {
  beginNewPregnancy,
  joinAsParent,
  openFamily,
} from './pregnancy/pregnancy.commands.ts';
export { releaseSafety } from './safety/safety.commands.ts';
export { type SafetyInstruction, safetyFor, safetyToReview } from './safety/safety.queries.ts';
export { samePregnancy } from './same-pregnancy.rules.ts';
